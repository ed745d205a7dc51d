/**
 * The history checkers, for tests that record in memory: `checkLinearizable` for operations on single keys, `checkListAppend` for
 * transactions. Types of single files are exported there. For recorded files see `main.ts`.
 */
export { CONSISTENCY_MODELS, type ConsistencyModel } from './anomaly.ts'
export {
  HistoryError,
  type Element,
  type ListStep,
  type ListTransaction,
  type Operation,
} from './history.ts'
export { checkLinearizable, type LinearizabilityOptions } from './linearizability.ts'
export { checkListAppend } from './list-append.ts'
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
  type StoreState,
  type StoreValue,
} from './store-model.ts'
export { textModel, type TextAnswer, type TextCall } from './text-model.ts'
