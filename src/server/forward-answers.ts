/** Requests of gateways on other nodes, for leaders on this one. */
import { MalformedBytes } from '../base/bytes.ts'
import type { Clock } from '../base/clock.ts'
import { ERROR_TABLE } from '../base/errors.ts'
import { nodeId } from '../base/ids.ts'
import type { ForwardAnswer, ForwardRequest } from '../net/transport.ts'
import { decodeCommand } from '../shard/command-codec.ts'
import { encodeCommandReply, encodeReadReply } from '../shard/reply-codec.ts'
import { decodeRead } from '../shard/request-codec.ts'
import { refused, type CommandCall, type ReadCall, type Refused } from './calls.ts'
import type { LocalShards } from './shard-router.ts'

/** Answers `respond` exactly once, now or later. */
export function answerForward(
  shards: LocalShards,
  clock: Clock,
  request: ForwardRequest,
  respond: (answer: ForwardAnswer) => void,
): void {
  const { shard, rangeEpoch, log } = request
  const deadlineMs = clock.monotonicMs() + request.timeoutMs
  try {
    if (request.command !== undefined) {
      // The frame's bytes live on in the log entry: they must not be a view into a larger buffer.
      const bytes = Buffer.from(request.command)
      const call: CommandCall = {
        command: decodeCommand(bytes),
        bytes,
        log,
        rangeEpoch,
        deadlineMs,
        answered: (outcome) =>
          respond(
            outcome.kind === 'refused'
              ? refusal(outcome)
              : { kind: 'reply', reply: encodeCommandReply(outcome.reply) },
          ),
      }
      shards.submit(shard, call)
    } else {
      const call: ReadCall = {
        read: decodeRead(request.read!),
        rangeEpoch,
        deadlineMs,
        readAnswered: (outcome) =>
          respond(
            outcome.kind === 'refused'
              ? refusal(outcome)
              : { kind: 'read-reply', reply: encodeReadReply(outcome.reply) },
          ),
      }
      shards.read(shard, call)
    }
  } catch (error) {
    if (!(error instanceof MalformedBytes)) throw error
    respond(refusal(refused('INVALID_ARGUMENT', `malformed request: ${error.message}`)))
  }
}

function refusal({ code, message, leader, maybeLogged, retryAfterMs }: Refused): ForwardAnswer {
  const wire = ERROR_TABLE[code].wire
  return { kind: 'error', code: wire, message, leader: nodeId(leader), maybeLogged, retryAfterMs }
}
