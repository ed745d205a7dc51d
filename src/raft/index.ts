/** What the rest of the program may use of the consensus core. */
export * from './messages.ts'
export type { HeartbeatSink } from './coalesced-heartbeats.ts'
export type { LogStorage } from './log-storage.ts'
export type { RaftConfig } from './config.ts'
export { RawNode, STEP_ERROR_TEXTS } from './raw-node.ts'
export type { Ready } from './ready.ts'
export type { ReadState } from './read-index.ts'
export type { ProgressView } from './progress.ts'
export type { Role } from './state.ts'
export {
  decodeConfChange,
  encodeConfChange,
  LEAVE_JOINT,
  type ConfChange,
  type ConfChangeKind,
  type ConfChangeSingle,
  type ConfChangeTransition,
} from './conf-change.ts'
