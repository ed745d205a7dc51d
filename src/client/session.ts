/**
 * What the client needs of a session with one node: many requests under way at once, matched by id, coalesced into
 * frames. The real one is gRPC's bidirectional stream (net/session-client.ts, which also says what holds for each method);
 * tests put a scripted server behind the same interface.
 */
import type { wire } from '../net/protobuf.ts'
import type { sessionDialer } from '../net/session-client.ts'

export type {
  ClientSession as Session,
  SessionEvents,
  SessionHello,
  SessionReceiver as Receiver,
} from '../net/session-client.ts'

export type WireRequest = wire.Request.$Properties
export type WireResponse = wire.Response.$Properties
export type WireRoutes = wire.Routes.$Properties

/** Dials one node. Requests may be sent from `opened` on. */
export type OpenSession = ReturnType<typeof sessionDialer>
