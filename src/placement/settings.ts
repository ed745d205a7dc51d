/**
 * Settings of the whole cluster, kept in placement and changeable at run time: the limits that leaders write into the
 * entries they propose (05, "Limits"; apply may not read configuration). A change is checked whole before it counts.
 */
import { shown } from '../base/shown.ts'
export interface Settings {
  /** Longest key. */
  readonly keyBytes: number
  /** Largest encoded value. */
  readonly valueBytes: number
  /** Actors in one vector clock before the oldest are pruned. */
  readonly clockActors: number
  /** Operations, bytes of keys and values, and shards of one transaction. */
  readonly transactionOperations: number
  readonly transactionBytes: number
  readonly transactionParticipants: number
  /** How long after its id was minted a transaction may still take effect. */
  readonly transactionLifetimeMs: number
  /** How far a client's timestamps may be ahead of the receiver's clock. */
  readonly clockMaxAheadMs: number
}

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  keyBytes: 4096,
  valueBytes: 1024 * 1024,
  clockActors: 64,
  transactionOperations: 1024,
  transactionBytes: 8 * 1024 * 1024,
  transactionParticipants: 64,
  transactionLifetimeMs: 60_000,
  clockMaxAheadMs: 500,
})

/** Least and greatest value of each setting: beyond them the system was not built to work. */
const BOUNDS: Readonly<Record<keyof Settings, readonly [least: number, greatest: number]>> = {
  keyBytes: [1, 65_536],
  valueBytes: [1, 64 * 1024 * 1024],
  clockActors: [1, 4096],
  transactionOperations: [1, 65_536],
  transactionBytes: [1, 256 * 1024 * 1024],
  transactionParticipants: [1, 1024],
  transactionLifetimeMs: [1000, 600_000],
  clockMaxAheadMs: [1, 60_000],
}

/** What is wrong with these changes, as a phrase that names setting, value and bounds; undefined when nothing is. */
export function settingsProblem(changes: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(changes)) {
    if (!isSetting(name)) return `there is no setting ${name}`
    const [least, greatest] = BOUNDS[name]
    if (!Number.isSafeInteger(value) || Number(value) < least || Number(value) > greatest) {
      return `${name} must be an integer from ${least} to ${greatest}, not ${shown(value)}`
    }
  }
  return undefined
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(BOUNDS, name)
}
