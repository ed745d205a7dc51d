/** Which key is next: uniform, or zipfian (few keys get most of the load), from a seeded generator. */
import type { Random } from '../../base/random.ts'

export type PickKey = () => number

/** Numbers from 0 to `count − 1`. */
export function keyPicker(count: number, zipf: number, random: Random): PickKey {
  return zipf === 0 ? () => random.integer(0, count - 1) : zipfianPicker(count, zipf, random)
}

/**
 * Gray et al., "Quickly Generating Billion-Record Synthetic Databases", as YCSB does it; ranks are scattered over the
 * keys, so that the hot ones do not share shards.
 */
function zipfianPicker(count: number, theta: number, random: Random): PickKey {
  const zetan = zeta(count, theta)
  const alpha = 1 / (1 - theta)
  const eta = (1 - (2 / count) ** (1 - theta)) / (1 - zeta(Math.min(2, count), theta) / zetan)
  return () => {
    const u = random.float()
    const uz = u * zetan
    if (uz < 1) return scatter(0, count)
    if (uz < 1 + 0.5 ** theta) return scatter(1, count)
    return scatter(Math.floor(count * (eta * u - eta + 1) ** alpha), count)
  }
}

function zeta(count: number, theta: number): number {
  let sum = 0
  for (let rank = 1; rank <= count; rank++) sum += 1 / rank ** theta
  return sum
}

function scatter(rank: number, count: number): number {
  return (Math.imul(rank, 0x9e3779b1) >>> 0) % count
}
