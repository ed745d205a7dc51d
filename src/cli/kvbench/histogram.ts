/** Latencies in microseconds, to three significant digits, mergeable across workers. */
import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js'

/** Longer latencies count as this: ten minutes. */
const MICROS_MAX = 600_000_000

export function newHistogram(): Histogram {
  return build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: MICROS_MAX,
    numberOfSignificantValueDigits: 3,
    useWebAssembly: false,
  })
}

export function recordMicros(histogram: Histogram, micros: number): void {
  histogram.recordValue(Math.min(MICROS_MAX, Math.max(1, Math.round(micros))))
}

export function encodeHistogram(histogram: Histogram): string {
  return encodeIntoCompressedBase64(histogram)
}

/** The sum of encoded histograms. */
export function mergeHistograms(encoded: readonly string[]): Histogram {
  const sum = newHistogram()
  for (const text of encoded) sum.add(decodeFromCompressedBase64(text, 32, false))
  return sum
}
