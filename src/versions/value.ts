/**
 * What a key can hold (04, "Values"): a signed 64-bit integer, text, bytes, or a list of those. Values are immutable:
 * nothing changes a value's bytes or list after it was made, so they are shared freely between versions, caches and
 * replies.
 */
export type Scalar =
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }

export type Value = Scalar | { readonly type: 'list'; readonly value: readonly Scalar[] }

export type ValueType = Value['type']

export const INT_MIN = -(2n ** 63n)
export const INT_MAX = 2n ** 63n - 1n
