/**
 * Assertions guard invariants of this program: a failure is a bug here, never bad input and never a bad disk.
 * They stay on in production, because a store that goes on after an impossible state loses data quietly.
 */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
}

/**
 * Throws when `condition` is false. Put the values that matter into `message`; pass a function where
 * building the text costs something on a hot path.
 */
export function assert(condition: boolean, message: string | (() => string)): asserts condition {
  if (!condition) {
    throw new AssertionError(typeof message === 'string' ? message : message())
  }
}

/** The `default` of an exhaustive `switch`: the compiler refuses a forgotten case, the run time an unknown one. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`)
}
