/**
 * What the gateway is to the network: requests come in, as decoded protobuf, from sessions and from unary calls alike;
 * answers go back by the request's id. One handler serves both, so the two ways to call cannot differ in meaning.
 */
import type { wire } from './protobuf.ts'

/**
 * Who asked, for as long as it can be answered. `respond` is called exactly once for every request, now or later; after the
 * asker has gone it does nothing.
 */
export interface Requester {
  /** The session's client id, 32 hexadecimal digits; empty on a unary call (ids name their client, or are minted). */
  readonly client: string
  /** Who writes, as the session's hello says; empty if unnamed, and on a unary call (there requests say it). */
  readonly actor: string
  /** Address of the other side, for people. */
  readonly peer: string
  /** False once nobody waits for answers any more. */
  readonly connected: boolean
  /** `response` has one body field set; its id is filled in here. It is encoded before this returns. */
  respond(id: number, response: wire.Response.$Properties): void
}

export interface RequestHandler {
  /**
   * Handles one request: `request.body` names the field that is set. Byte strings in it are views into a frame that stays
   * unchanged, and alive as long as a view is. Must not throw.
   */
  request(from: Requester, request: wire.Request): void
}

/** A session also learns routes, and is told when it ends. */
export interface SessionRequester extends Requester {
  readonly wantsRoutes: boolean
  /** Goes out with the next frame. */
  pushRoutes(routes: wire.Routes.$Properties): void
}

export interface SessionHandler extends RequestHandler {
  /** A session said hello; requests follow. */
  opened(session: SessionRequester): void
  /** The session ended; what is still under way for it may be given up or finished, nobody hears of it. */
  closed(session: SessionRequester): void
}
