import assert from 'node:assert/strict'
import { SeededRandom } from '../../src/base/random.ts'
import { pauseAfterLossMs } from '../../src/client/pace.ts'

describe('client: the pause after a transaction lost', () => {
  const random = new SeededRandom(1)

  /** Least and greatest of many. */
  function bounds(attempt: number, tookMs: number): [number, number] {
    const pauses = Array.from({ length: 500 }, () => pauseAfterLossMs(attempt, tookMs, random))
    return [Math.min(...pauses), Math.max(...pauses)]
  }

  it('is about as long as losing took, never the same for all, and doubles', () => {
    for (const attempt of [1, 2, 3]) {
      const full = 40 * 2 ** (attempt - 1)
      const [least, greatest] = bounds(attempt, 40)
      assert.ok(least >= full / 2 && greatest <= full, `${least} to ${greatest}`)
      assert.ok(greatest - least > full / 4)
    }
  })

  it('is short after a quick loss, and bounded after a slow one and after many', () => {
    assert.ok(bounds(1, 0)[1] <= 2)
    assert.ok(bounds(1, 60_000)[1] <= 100)
    assert.ok(bounds(40, 60_000)[1] <= 500)
  })
})
