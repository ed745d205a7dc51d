/**
 * A map by operation id. The ids of one client are a map of numbers: looked up for every command on every replica, where the
 * string that `operationKey` would have to put together costs ten times as much as both look-ups.
 */
import type { OperationId } from './ids.ts'

export class OperationMap<Value> {
  private readonly clients = new Map<string, Map<number, Value>>()
  private count = 0

  get size(): number {
    return this.count
  }

  has(id: OperationId): boolean {
    return this.clients.get(id.client)?.has(id.sequence) ?? false
  }

  get(id: OperationId): Value | undefined {
    return this.clients.get(id.client)?.get(id.sequence)
  }

  set(id: OperationId, value: Value): void {
    let values = this.clients.get(id.client)
    if (values === undefined) this.clients.set(id.client, (values = new Map<number, Value>()))
    const before = values.size
    values.set(id.sequence, value)
    this.count += values.size - before
  }

  /** Whether it was there. */
  delete(id: OperationId): boolean {
    const values = this.clients.get(id.client)
    if (values?.delete(id.sequence) !== true) return false
    this.count--
    if (values.size === 0) this.clients.delete(id.client)
    return true
  }

  /** By client, in the order in which each came. */
  *values(): Generator<Value> {
    for (const values of this.clients.values()) yield* values.values()
  }
}
