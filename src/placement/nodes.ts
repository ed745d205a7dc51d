/**
 * The node registry. A node is its data directory: it presents that directory's random identity and gets, for ever, the
 * same node id; an id is never given to another. Initial members have their ids from the bootstrap command and are
 * bound to an identity when they first register.
 */
import type { NodeId, Timestamp } from '../base/ids.ts'
import { shown } from '../base/shown.ts'

/**
 * - `up`: heartbeats arrive.
 * - `suspect`: some were missed; nothing is done yet.
 * - `down`: silent for longer than `node.down-after`: its replicas are rebuilt elsewhere.
 * - `draining`: an administrator wants it empty; kept while it is silent, since its replicas are leaving in any case.
 * - `removed`: for good.
 */
export type NodeState = 'up' | 'suspect' | 'down' | 'draining' | 'removed'

interface NodeAddresses {
  /** `host:port` of its gRPC services. */
  readonly rpc: string
  /** `host:port` of metrics, health and console; empty if it serves none. */
  readonly http: string
}

/** What a node says about itself. */
export interface NodeProfile {
  readonly addresses: NodeAddresses
  /** `zone`, `rack` and `host` name failure domains; others are for people. */
  readonly labels: Readonly<Record<string, string>>
  /** Relative weight for placement; 1 is an ordinary node. */
  readonly capacity: number
  /** Version of its software. */
  readonly version: string
}

export interface NodeRecord extends NodeProfile {
  readonly id: NodeId
  /** Random identity of its data directory; empty until an initial member has registered. */
  readonly identity: string
  readonly state: NodeState
  /** When it registered first. */
  readonly registeredAt: Timestamp
}

const ADDRESS = /^(?:[^\s:/]+|\[[0-9a-fA-F:.]+\]):\d{1,5}$/
const IDENTITY = /^[\x21-\x7e]{1,128}$/
const TEXT_MAX = 256
const LABELS_MAX = 64
const CAPACITY_MIN = 0.001
const CAPACITY_MAX = 1000
const STATES: readonly unknown[] = [
  'up',
  'suspect',
  'down',
  'draining',
  'removed',
] satisfies NodeState[]

export function isNodeState(value: unknown): value is NodeState {
  return STATES.includes(value)
}

/** Whether replicas may be put on a node, and may stay there. */
export function mayHoldReplicas(state: NodeState): boolean {
  return state === 'up' || state === 'suspect'
}

/** Just a profile's fields, labels in order of name: what else a command carried does not get into the state. */
export function profileOf({ addresses, labels, capacity, version }: NodeProfile): NodeProfile {
  const { rpc, http } = addresses
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))
  return { addresses: { rpc, http }, labels: Object.fromEntries(sorted), capacity, version }
}

/** Whether two profiles say the same. */
export function sameProfile(a: NodeProfile, b: NodeProfile): boolean {
  const labels = Object.entries(a.labels)
  return (
    a.addresses.rpc === b.addresses.rpc &&
    a.addresses.http === b.addresses.http &&
    a.capacity === b.capacity &&
    a.version === b.version &&
    labels.length === Object.keys(b.labels).length &&
    labels.every(([name, value]) => b.labels[name] === value)
  )
}

/** What is wrong with a node's identity, as a phrase; undefined when nothing is. */
export function identityProblem(identity: unknown): string | undefined {
  return typeof identity === 'string' && IDENTITY.test(identity)
    ? undefined
    : 'a node identity is 1 to 128 printable characters without spaces'
}

/** What is wrong with what a node says about itself, as a phrase; undefined when nothing is. */
export function profileProblem(profile: NodeProfile): string | undefined {
  // It comes from a log entry: its type is what the sender claims.
  const { addresses, labels, capacity, version } = profile as {
    readonly [Field in keyof NodeProfile]: unknown
  }
  const { rpc, http } = (addresses ?? {}) as Record<keyof NodeAddresses, unknown>
  if (!isAddress(rpc)) return `the address must be host:port, not ${shown(rpc)}`
  if (http !== '' && !isAddress(http)) {
    return `the HTTP address must be host:port or empty, not ${shown(http)}`
  }
  if (typeof capacity !== 'number' || !(capacity >= CAPACITY_MIN && capacity <= CAPACITY_MAX)) {
    return `capacity must be from ${CAPACITY_MIN} to ${CAPACITY_MAX}, not ${shown(capacity)}`
  }
  if (typeof version !== 'string' || version.length > TEXT_MAX) return 'the version is no text'
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    return 'labels are names with values'
  }
  const entries = Object.entries(labels as Record<string, unknown>)
  if (entries.length > LABELS_MAX) return `a node has at most ${LABELS_MAX} labels`
  const wrong = entries.find(([name, value]) => name.length > TEXT_MAX || !isLabel(value))
  return wrong && `label ${wrong[0]} must be a text of 1 to ${TEXT_MAX} characters`
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length <= TEXT_MAX && ADDRESS.test(value)
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.length >= 1 && value.length <= TEXT_MAX
}
