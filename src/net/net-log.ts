/** Events of the network worth a line in a node's log. The owner decides how they are written. */
export type NetEvent =
  /** Somebody of another cluster called, or answered: two clusters share an address by mistake. */
  | { readonly kind: 'foreign-cluster'; readonly peer: string; readonly clusterId: string }
  /** A stream from or to a peer node is up. */
  | { readonly kind: 'peer-connected'; readonly node: number; readonly stream: string }
  /** A stream to or from a peer node ended; it is dialled again after a pause. */
  | {
      readonly kind: 'peer-disconnected'
      readonly node: number
      readonly stream: string
      readonly reason: string
    }
  /** Bytes that no peer of this version sends. */
  | { readonly kind: 'malformed-frame'; readonly peer: string; readonly reason: string }
  /** A request handler threw: a bug. */
  | { readonly kind: 'handler-failed'; readonly where: string; readonly error: unknown }

export type NetLog = (event: NetEvent) => void
