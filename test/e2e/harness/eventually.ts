/** Waiting for conditions, never for time. */

const POLL_MS = 25

/**
 * Asks again and again until the answer is neither `undefined` nor `false`, and returns it. A question that throws counts as
 * not answered yet. After `timeoutMs` it fails and says what it waited for, and how the last try ended.
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  timeoutMs = 30_000,
): Promise<Answer> {
  const giveUpAt = performance.now() + timeoutMs
  let last = ''
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
      last = ''
    } catch (error) {
      last = `; last: ${error instanceof Error ? error.message : String(error)}`
    }
    if (performance.now() > giveUpAt) {
      throw new Error(`waited ${timeoutMs / 1000} s in vain until ${what}${last}`)
    }
    await new Promise((wake) => setTimeout(wake, POLL_MS))
  }
}
