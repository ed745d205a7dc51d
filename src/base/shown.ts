/**
 * A value of unknown type, for an error message: a primitive as it is (long texts cut), anything else by its kind only.
 * Never throws, as `String(value)` does on an object whose `toString` is not a function, which JSON can hold.
 */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > TEXT_MAX ? `${value.slice(0, TEXT_MAX)}…` : value
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
      return String(value)
    default:
      if (value === null) return 'null'
      return Array.isArray(value) ? 'a list' : 'an object'
  }
}

const TEXT_MAX = 80
