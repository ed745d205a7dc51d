/** Timelines as one page of HTML that needs nothing else: no script, no font, no net. */
import { groupBy } from './group-by.ts'
import type { Timeline } from './timeline.ts'

const LANE_HEIGHT = 44
const BAR_HEIGHT = 24
const LABEL_WIDTH = 120
const TOP = 20
/** Widths in pixels of the smallest step in time; wide enough that labels of one operation after another can be read. */
const STEP_WIDTH = 64
const CHARACTER_WIDTH = 7

const COLORS = { wrong: '#c62828', placed: '#2e7d32', open: '#f9a825' } as const

const STYLE = `
body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; color: #222 }
pre { background: #f5f5f5; padding: 12px; overflow-x: auto; white-space: pre-wrap }
div { overflow-x: auto; border: 1px solid #ddd; margin-bottom: 32px }
svg text { font: 12px ui-monospace, monospace }
.legend span { padding: 1px 8px; margin-right: 8px; color: #fff; border-radius: 3px }`

const LEGEND = `<p class="legend"><span style="background:${COLORS.placed}">placed in this order</span><span style="background:${COLORS.wrong}">part of what is wrong</span><span style="background:${COLORS.open}">outcome unknown, not placed</span>A bar that runs out to the right has no known end. Only the order of times is drawn. Point at a bar or an arrow for details.</p>`

export function htmlPage(title: string, timelines: readonly Timeline[]): string {
  const sections = timelines.map(
    (timeline) =>
      `<h2>${escaped(timeline.title)}</h2>\n<pre>${escaped(timeline.explanation)}</pre>\n<div>${drawing(timeline)}</div>`,
  )
  const nothing = timelines.length === 0 ? '<p>Nothing is wrong.</p>' : LEGEND
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${nothing}
${sections.join('\n')}
</body></html>
`
}

interface Box {
  readonly left: number
  readonly right: number
  readonly middle: number
}

function drawing({ bars, arrows }: Timeline): string {
  const times = [
    ...new Set(bars.flatMap(({ start, end }) => (end === Infinity ? [start] : [start, end]))),
  ].sort((one, other) => one - other)
  const columnOf = new Map(times.map((time, index) => [time, index]))
  const rows = rowsOf(bars)
  const right = LABEL_WIDTH + (times.length + 1) * STEP_WIDTH
  const x = (time: number): number =>
    time === Infinity ? right : LABEL_WIDTH + columnOf.get(time)! * STEP_WIDTH
  const boxes = new Map<number, Box>()
  const shapes: string[] = []
  for (const [row, { lane, members }] of rows.entries()) {
    const top = TOP + row * LANE_HEIGHT
    shapes.push(
      `<text x="4" y="${top + 16}">${escaped(lane)}</text>`,
      `<line x1="0" x2="${right}" y1="${top + LANE_HEIGHT - 8}" y2="${top + LANE_HEIGHT - 8}" stroke="#eee"/>`,
    )
    for (const bar of members) {
      const left = x(bar.start)
      const width = Math.max(8, x(bar.end) - left)
      boxes.set(bar.id, { left, right: left + width, middle: top + BAR_HEIGHT / 2 })
      const fits = Math.max(3, Math.floor(width / CHARACTER_WIDTH) - 1)
      shapes.push(
        `<g><title>${escaped(bar.detail)}</title><rect x="${left}" y="${top}" width="${width}" height="${BAR_HEIGHT}" rx="3" fill="${COLORS[bar.role]}"${bar.end === Infinity ? ' fill-opacity="0.75" stroke="#555" stroke-dasharray="4 3"' : ''}/><text x="${left + 4}" y="${top + 16}" fill="#fff">${escaped(cut(bar.label, fits))}</text></g>`,
      )
    }
  }
  for (const [index, arrow] of arrows.entries()) {
    const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)]
    if (from !== undefined && to !== undefined) shapes.push(arrowShape(arrow, from, to, index))
  }
  const height = TOP + rows.length * LANE_HEIGHT + 10
  const marker =
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${right + 20}" height="${height}">${marker}${shapes.join('')}</svg>`
}

/** A row per process; more where bars of one process overlap. */
function rowsOf(
  bars: Timeline['bars'],
): readonly { readonly lane: string; readonly members: Timeline['bars'] }[] {
  const rows: { lane: string; members: Timeline['bars'][number][] }[] = []
  for (const [lane, members] of groupBy(bars, (bar) => bar.lane)) {
    const own: { lane: string; members: Timeline['bars'][number][] }[] = []
    for (const bar of members.sort((one, other) => one.start - other.start)) {
      const free = own.find((row) => row.members.at(-1)!.end <= bar.start)
      if (free === undefined) own.push({ lane: own.length === 0 ? lane : '', members: [bar] })
      else free.members.push(bar)
    }
    rows.push(...own)
  }
  return rows.sort((one, other) => one.members[0]!.start - other.members[0]!.start)
}

function arrowShape(arrow: Timeline['arrows'][number], from: Box, to: Box, index: number): string {
  const center = ({ left, right }: Box): number => (left + right) / 2
  // Arrows between the same two bars must not lie on each other.
  const shift = ((index % 3) - 1) * 14
  const [x1, y1, x2, y2] = [center(from) + shift, from.middle, center(to) + shift, to.middle]
  const bend = y1 === y2 ? -30 : 0
  const middleX = (x1 + x2) / 2 + (x1 === x2 ? 40 : 0)
  const middleY = (y1 + y2) / 2 + bend
  return `<g><title>${escaped(arrow.detail)}</title><path d="M${x1} ${y1}Q${middleX} ${middleY} ${x2} ${y2}" fill="none" stroke="#222" marker-end="url(#tip)"/><text x="${middleX + 4}" y="${middleY + 4}" stroke="#fff" stroke-width="3" paint-order="stroke">${escaped(arrow.label)}</text></g>`
}

function cut(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}
