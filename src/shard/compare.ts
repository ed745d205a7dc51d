/** Conditions of one-shot transactions on the newest version of a key. */
import { unreachable } from '../base/assert.ts'
import { valuesEqual } from '../versions/value-codec.ts'
import type { Value } from '../versions/value.ts'
import type { Version } from '../versions/version.ts'
import type { Compare } from './command.ts'

/** @param head the key's newest version as of the command's stamp; a tombstone counts as absent, but has a timestamp */
export function compareHolds(
  compare: Compare,
  head: Pick<Version, 'timestamp' | 'value'> | undefined,
): boolean {
  const value = head?.value
  switch (compare.kind) {
    case 'exists':
      return value !== undefined
    case 'absent':
      return value === undefined
    case 'value':
      return valueRelation(compare.relation, value, compare.value)
    case 'timestamp':
      return numberRelation(compare.relation, head?.timestamp ?? 0, compare.timestamp)
    default:
      return unreachable(compare)
  }
}

type Relation = Extract<Compare, { kind: 'value' }>['relation']

/** An absent key equals nothing and is neither less nor greater; likewise values of different types, and lists. */
function valueRelation(relation: Relation, found: Value | undefined, wanted: Value): boolean {
  if (relation === '=') return found !== undefined && valuesEqual(found, wanted)
  if (relation === '!=') return found === undefined || !valuesEqual(found, wanted)
  const order = found === undefined ? undefined : valueOrder(found, wanted)
  return order !== undefined && (relation === '<' ? order < 0 : order > 0)
}

/** Text and bytes in the order of their bytes, ints by size; undefined = the two cannot be ordered. */
function valueOrder(a: Value, b: Value): number | undefined {
  if (a.type === 'int' && b.type === 'int')
    return a.value === b.value ? 0 : a.value < b.value ? -1 : 1
  if (a.type === 'string' && b.type === 'string') {
    return Buffer.compare(Buffer.from(a.value, 'utf8'), Buffer.from(b.value, 'utf8'))
  }
  if (a.type === 'bytes' && b.type === 'bytes') return Buffer.compare(a.value, b.value)
  return undefined
}

function numberRelation(relation: Relation, found: number, wanted: number): boolean {
  switch (relation) {
    case '=':
      return found === wanted
    case '!=':
      return found !== wanted
    case '<':
      return found < wanted
    case '>':
      return found > wanted
    default:
      return unreachable(relation)
  }
}
