/**
 * What happened in a run, as one hash over everything and the last events as text: packets sent and delivered, disk and
 * engine operations, faults, entries applied, requests of clients and their answers. Two runs of one seed must have the same
 * hash; a failing run shows what came last.
 *
 * There are a million events in a minute, so an event is a few numbers in arrays, and becomes text only when it is shown.
 */
const SHOWN_EVENTS = 4096

export class Trace {
  /** Events so far. */
  count = 0
  private readonly nowMs: () => number
  private low = 0x2545f491
  private high = 0x9e3779b9
  private readonly kinds = new Map<string, number>()
  private readonly counts = new Map<string, number>()
  private readonly double = new Float64Array(1)
  private readonly halves = new Uint32Array(this.double.buffer)
  private readonly times = new Float64Array(SHOWN_EVENTS)
  private readonly names = new Array<string>(SHOWN_EVENTS).fill('')
  private readonly numbers = new Float64Array(3 * SHOWN_EVENTS)
  private readonly texts = new Array<string>(SHOWN_EVENTS).fill('')

  constructor(nowMs: () => number) {
    this.nowMs = nowMs
  }

  /** @param name one of few */
  note(name: string, first = 0, second = 0, third = 0, text = ''): void {
    const place = this.count++ % SHOWN_EVENTS
    const nowMs = this.nowMs()
    this.times[place] = nowMs
    this.names[place] = name
    this.numbers[3 * place] = first
    this.numbers[3 * place + 1] = second
    this.numbers[3 * place + 2] = third
    this.texts[place] = text
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    this.mix(this.kindOf(name))
    this.mixNumber(nowMs)
    this.mixNumber(first)
    this.mixNumber(second)
    this.mixNumber(third)
    if (text !== '') this.mix(hashOfText(text))
  }

  /** Events of this name so far. */
  countOf(name: string): number {
    return this.counts.get(name) ?? 0
  }

  /** 16 hexadecimal digits. */
  get hash(): string {
    const half = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
    return half(this.high) + half(this.low)
  }

  /** The last events that are `wanted`, oldest first, one line each. */
  last(lines: number, wanted: (name: string) => boolean = () => true): string[] {
    const shown: string[] = []
    const oldest = Math.max(0, this.count - SHOWN_EVENTS)
    for (let event = this.count - 1; event >= oldest && shown.length < lines; event--) {
      const place = event % SHOWN_EVENTS
      const name = this.names[place]!
      if (!wanted(name)) continue
      const numbers = this.numbers.subarray(3 * place, 3 * place + 3).join(' ')
      shown.push(`${this.times[place]!.toFixed(3)} ms  ${name} ${numbers} ${this.texts[place]!}`)
    }
    return shown.reverse()
  }

  private kindOf(name: string): number {
    let kind = this.kinds.get(name)
    if (kind === undefined) {
      kind = hashOfText(name)
      this.kinds.set(name, kind)
    }
    return kind
  }

  private mixNumber(value: number): void {
    this.double[0] = value
    this.mix(this.halves[0]! ^ Math.imul(this.halves[1]!, 0x85ebca6b))
  }

  private mix(value: number): void {
    this.low = Math.imul(this.low ^ value, 0x9e3779b1)
    this.low ^= this.low >>> 15
    this.high = Math.imul(this.high + this.low, 0xc2b2ae35)
    this.high ^= this.high >>> 13
  }
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
