/** The history checkers, for tests that record in memory. For files see `main.ts`. */
export type {
  Element,
  ListStep,
  ListTransaction,
  Operation,
  Outcome,
  Process,
  Verdict,
} from './history.ts'
export { HistoryError } from './history.ts'
export {
  checkLinearizable,
  type LinearizabilityOptions,
  type LinearizabilityResult,
} from './linearizability.ts'
export type { Model, Seen } from './model.ts'
export {
  registerModel,
  type RegisterAnswer,
  type RegisterCall,
  type RegisterValue,
} from './register-model.ts'
export {
  storeModel,
  type StoreAnswer,
  type StoreCall,
  type StoreCondition,
  type StoreScalar,
  type StoreState,
  type StoreValue,
} from './store-model.ts'
export { textModel, type TextAnswer, type TextCall } from './text-model.ts'
export {
  CONSISTENCY_MODELS,
  type Anomaly,
  type ConsistencyModel,
  type DependencyStep,
} from './anomaly.ts'
export { checkListAppend, type ListAppendOptions, type ListAppendResult } from './list-append.ts'
