/**
 * Lists of mostly one element that are kept for a while, by the hundred thousand. An array that is pushed to when it is empty makes room
 * for sixteen more, and the collector carries that along; one that begins with its element has none.
 */

/** `list` with `element` at its end: another one if it was empty, so the old one must not be used any more. */
export function appended<Element>(list: Element[], element: Element): Element[] {
  if (list.length === 0) return [element]
  list.push(element)
  return list
}
