/** Texts of trace events: memberships, progress and membership changes as etcd's logs and scripts show them. */
import type { ConfChange, ConfChangeKind } from './conf-change.ts'
import type { ConfState } from './messages.ts'
import type { ProgressState, ProgressView } from './progress.ts'

const STATE_NAMES: Readonly<Record<ProgressState, string>> = {
  probe: 'StateProbe',
  replicate: 'StateReplicate',
  snapshot: 'StateSnapshot',
}

const TRANSITION_NAMES: Readonly<Record<ConfChange['transition'], string>> = {
  auto: 'ConfChangeTransitionAuto',
  implicit: 'ConfChangeTransitionJointImplicit',
  explicit: 'ConfChangeTransitionJointExplicit',
}

const KIND_NAMES: Readonly<Record<ConfChangeKind, string>> = {
  'add-voter': 'ConfChangeAddNode',
  remove: 'ConfChangeRemoveNode',
  update: 'ConfChangeUpdateNode',
  'add-learner': 'ConfChangeAddLearnerNode',
}

/** Replica ids in messages and log lines are hexadecimal. */
export function hexId(id: number): string {
  return id.toString(16)
}

export function describeConf(conf: ConfState): string {
  let text = `voters=${idSet(conf.voters)}`
  if (conf.votersOutgoing.length > 0) text += `&&${idSet(conf.votersOutgoing)}`
  if (conf.learners.length > 0) text += ` learners=${idSet(conf.learners)}`
  if (conf.learnersNext.length > 0) text += ` learners_next=${idSet(conf.learnersNext)}`
  return conf.autoLeave ? `${text} autoleave` : text
}

export function describeProgress(progress: ProgressView, isLearner: boolean): string {
  const { inflights } = progress
  let text = `${STATE_NAMES[progress.state]} match=${progress.match} next=${progress.next}`
  if (isLearner) text += ' learner'
  if (progress.paused) text += ' paused'
  if (progress.pendingSnapshot > 0) text += ` pendingSnap=${progress.pendingSnapshot}`
  if (!progress.recentlyActive) text += ' inactive'
  if (inflights.count > 0) text += ` inflight=${inflights.count}${inflights.full ? '[full]' : ''}`
  return text
}

export function describeConfChange(change: ConfChange): string {
  const changes = change.changes.map(
    ({ kind, id }) => ` changes:{type:${KIND_NAMES[kind]} node_id:${id}}`,
  )
  return `transition:${TRANSITION_NAMES[change.transition]}${changes.join('')}`
}

function idSet(ids: readonly number[]): string {
  return `(${ids.map(hexId).join(' ')})`
}
