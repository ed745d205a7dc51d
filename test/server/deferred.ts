/** Promises that the test settles by hand. */
export interface Deferred {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: Error): void
}

export function deferred(): Deferred {
  let resolve!: () => void
  let reject!: (error: Error) => void
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** Everything that promises that have settled lead to has happened. */
export function promisesSettle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
