/** From requests to the operations of each single-key model. */
import { shown } from '../../src/base/shown.ts'
import { badEvent, keyOf, type HistoryEvent, type Request } from './events.ts'
import type { Operation, Outcome } from './history.ts'
import type { RegisterAnswer, RegisterCall, RegisterValue } from './register-model.ts'
import type {
  StoreAnswer,
  StoreCall,
  StoreCondition,
  StoreScalar,
  StoreValue,
} from './store-model.ts'
import type { TextAnswer, TextCall } from './text-model.ts'

type Answers<Call, Answer> = (event: HistoryEvent, call: Call) => Answer

function operationsOf<Call, Answer>(
  requests: readonly Request[],
  keyed: (event: HistoryEvent) => string,
  callOf: (event: HistoryEvent) => Call,
  answerOf: Answers<Call, Answer>,
): readonly Operation<Call, Answer>[] {
  return requests.map(({ id, process, invoke, completion }) => {
    const call = callOf(invoke)
    return {
      id,
      process,
      key: keyed(invoke),
      call,
      outcome: outcomeOf(completion, call, answerOf),
      start: invoke.time,
      end: completion?.time ?? Infinity,
    }
  })
}

function outcomeOf<Call, Answer>(
  completion: HistoryEvent | undefined,
  call: Call,
  answerOf: Answers<Call, Answer>,
): Outcome<Answer> {
  switch (completion?.type) {
    case 'ok':
      return { type: 'ok', answer: answerOf(completion, call) }
    case 'fail':
      return { type: 'fail' }
    default:
      return { type: 'info' }
  }
}

// ---- register ----------------------------------------------------------------------------------------------------

/** `read`, `write VALUE`, `cas [FROM, TO]`; a compare that failed is `ok` with `"swapped": false`. The key may be left out. */
export function registerOperations(
  requests: readonly Request[],
): readonly Operation<RegisterCall, RegisterAnswer>[] {
  return operationsOf(
    requests,
    (event) => (event.key === undefined ? 'register' : keyOf(event)),
    registerCall,
    (event, call): RegisterAnswer => {
      switch (call.f) {
        case 'read':
          return { f: 'read', value: registerValue(event, event.value) }
        case 'write':
          return { f: 'write' }
        case 'cas':
          return { f: 'cas', swapped: event.extra['swapped'] !== false }
      }
    },
  )
}

function registerCall(event: HistoryEvent): RegisterCall {
  switch (event.f) {
    case 'read':
      return { f: 'read' }
    case 'write':
      return { f: 'write', value: registerValue(event, event.value) }
    case 'cas': {
      if (!Array.isArray(event.value) || event.value.length !== 2) {
        return badEvent(event, 'the value of a cas must be [from, to]')
      }
      const [from, to] = event.value as readonly unknown[]
      return { f: 'cas', from: registerValue(event, from), to: registerValue(event, to) }
    }
    default:
      return unknownFunction(event, 'read, write or cas')
  }
}

function registerValue(event: HistoryEvent, value: unknown): RegisterValue {
  if (value === undefined) return null
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  return badEvent(event, `a register holds numbers and text, not ${shown(value)}`)
}

// ---- text --------------------------------------------------------------------------------------------------------

/** `get`, `put TEXT`, `append TEXT`, each with a key. */
export function textOperations(
  requests: readonly Request[],
): readonly Operation<TextCall, TextAnswer>[] {
  return operationsOf(requests, keyOf, textCall, (event, call): TextAnswer =>
    call.f === 'get' ? { f: 'get', value: text(event, event.value ?? '') } : { f: call.f },
  )
}

function textCall(event: HistoryEvent): TextCall {
  switch (event.f) {
    case 'get':
      return { f: 'get' }
    case 'put':
    case 'append':
      return { f: event.f, value: text(event, event.value) }
    default:
      return unknownFunction(event, 'get, put or append')
  }
}

function text(event: HistoryEvent, value: unknown): string {
  if (typeof value === 'string') return value
  return badEvent(event, `the value must be text, not ${shown(value)}`)
}

// ---- store -------------------------------------------------------------------------------------------------------

/**
 * `get`, `put VALUE`, `delete`, `increment NUMBER`, `append [ELEMENT, …]`, each with a key; put and delete may have a `"condition"`
 * (`"absent"` or a version). Answers may have a `"version"`. A get's value is what it read (`null`: nothing), an increment's and
 * append's the value afterwards (`null`: not known); `"refused"` is `"conflict"` or `"type"`.
 */
export function storeOperations(
  requests: readonly Request[],
): readonly Operation<StoreCall, StoreAnswer>[] {
  return operationsOf(requests, keyOf, storeCall, storeAnswer)
}

function storeCall(event: HistoryEvent): StoreCall {
  switch (event.f) {
    case 'get':
      return { f: 'get' }
    case 'put':
      return { f: 'put', value: storeValue(event, event.value), ...storeCondition(event) }
    case 'delete':
      return { f: 'delete', ...storeCondition(event) }
    case 'increment':
      if (!Number.isSafeInteger(event.value)) {
        badEvent(event, `an increment needs an integer, not ${shown(event.value)}`)
      }
      return { f: 'increment', by: event.value as number }
    case 'append': {
      const elements = storeValue(event, event.value)
      if (typeof elements !== 'object') return badEvent(event, 'an append needs a list of elements')
      return { f: 'append', elements }
    }
    default:
      return unknownFunction(event, 'get, put, delete, increment or append')
  }
}

function storeCondition(event: HistoryEvent): { readonly condition?: StoreCondition } {
  const condition = event.extra['condition']
  if (condition === undefined || condition === null) return {}
  if (condition === 'absent' || typeof condition === 'number') return { condition }
  return badEvent(event, `a condition is "absent" or a version, not ${shown(condition)}`)
}

function storeAnswer(event: HistoryEvent, call: StoreCall): StoreAnswer {
  const { refused, version } = event.extra
  if (version !== undefined && typeof version !== 'number') {
    return badEvent(event, `a version is a number, not ${shown(version)}`)
  }
  if (refused === 'conflict') return { type: 'conflict', version }
  if (refused === 'type') return { type: 'refused' }
  if (refused !== undefined) {
    return badEvent(event, `refused must be "conflict" or "type", not ${shown(refused)}`)
  }
  const value = event.value ?? undefined
  const answered = value === undefined ? undefined : storeValue(event, value)
  if (call.f === 'get') return { type: 'read', value: answered, version }
  const isTold = call.f === 'increment' || call.f === 'append'
  return { type: 'written', value: isTold ? answered : undefined, version }
}

function storeValue(event: HistoryEvent, value: unknown): StoreValue {
  if (isStoreScalar(value)) return value
  if (Array.isArray(value) && value.every(isStoreScalar)) return value
  return badEvent(event, `a value is an integer, text or a list of those, not ${shown(value)}`)
}

function isStoreScalar(value: unknown): value is StoreScalar {
  return typeof value === 'string' || Number.isSafeInteger(value)
}

function unknownFunction(event: HistoryEvent, known: string): never {
  return badEvent(event, `the function must be ${known}, not ${event.f}`)
}
