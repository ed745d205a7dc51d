/**
 * The gateway: every node answers every client (01). It takes requests from sessions and unary calls, decodes and checks them,
 * and hands them to the part that knows their kind. Sessions that ask for it are told where shards and leaders are.
 */
import { RingKvError } from '../base/errors.ts'
import type { wire } from '../net/protobuf.ts'
import { UnheardKeyspace } from '../net/request-context.ts'
import type { Requester, SessionHandler, SessionRequester } from '../net/request-handler.ts'
import { decodeDelete, decodeIncrement, decodeListEdit, decodePut } from '../net/write-codec.ts'
import { GatewayContext, type GatewayOptions } from './gateway-context.ts'
import { GatewayConflicts } from './gateway-conflicts.ts'
import { readHistory } from './gateway-history.ts'
import { GatewayReads } from './gateway-reads.ts'
import { GatewayTransactions } from './gateway-transactions.ts'
import { GatewayWatches } from './gateway-watches.ts'
import { GatewayWrites } from './gateway-writes.ts'
import type { RouteFeed } from './route-feed.ts'

/** How often a request that came before the shard map looks whether it is there. */
const MAP_PAUSE_MS = 25
/** How long news of a keyspace may be on their way from placement to a gateway. */
const KEYSPACE_NEWS_MS = 1000

export class Gateway implements SessionHandler {
  private readonly context: GatewayContext
  private readonly reads: GatewayReads
  private readonly writes: GatewayWrites
  private readonly transactions: GatewayTransactions
  private readonly conflicts: GatewayConflicts
  private readonly watches: GatewayWatches
  private readonly routes: RouteFeed

  constructor(options: GatewayOptions, routes: RouteFeed) {
    this.context = new GatewayContext(options)
    this.reads = new GatewayReads(this.context)
    this.writes = new GatewayWrites(this.context)
    this.transactions = new GatewayTransactions(this.context, this.reads)
    this.conflicts = new GatewayConflicts(this.context, this.reads)
    this.watches = new GatewayWatches(this.context)
    this.routes = routes
  }

  /** The node stops. */
  close(): void {
    this.watches.close()
  }

  opened(session: SessionRequester): void {
    if (session.wantsRoutes) this.routes.add(session)
  }

  closed(session: SessionRequester): void {
    this.routes.remove(session)
    this.watches.forget(session)
  }

  request(from: Requester, request: wire.Request): void {
    if (this.context.cluster.view.shards.size === 0) {
      this.awaitMap(from, request, this.context.deadlineOf(request))
      return
    }
    try {
      this.dispatch(from, request)
    } catch (error) {
      if (error instanceof UnheardKeyspace) this.awaitKeyspace(from, request, error.keyspace)
      else this.context.respondError(from, request.id, error)
    }
  }

  /** The keyspace may have been made through another node a moment ago: the request waits for the news, not long. */
  private awaitKeyspace(from: Requester, request: wire.Request, name: string): void {
    const { cluster, router, options } = this.context
    const remainingMs = this.context.deadlineOf(request) - options.monotonic.monotonicMs()
    const goOn = (): void => {
      stop()
      timer.cancel()
      try {
        this.dispatch(from, request)
      } catch (error) {
        this.context.respondError(from, request.id, error)
      }
    }
    const stop = cluster.onChange(() => {
      if (cluster.keyspace(name) !== undefined) goOn()
    })
    const waitMs = Math.min(KEYSPACE_NEWS_MS, remainingMs)
    const timer = router.options.scheduler.after(waitMs, goOn)
  }

  /** The node has just started and does not know the shards yet: the request waits, within its deadline. */
  private awaitMap(from: Requester, request: wire.Request, deadlineMs: number): void {
    const { cluster, router, options } = this.context
    router.options.scheduler.after(MAP_PAUSE_MS, () => {
      if (cluster.view.shards.size > 0) this.request(from, request)
      else if (options.monotonic.monotonicMs() < deadlineMs)
        this.awaitMap(from, request, deadlineMs)
      else {
        const message =
          'this node does not know the shard map yet: the cluster is still starting, or placement is unreachable'
        this.context.respondError(from, request.id, new RingKvError('NO_QUORUM', message))
      }
    })
  }

  private dispatch(from: Requester, request: wire.Request): void {
    const { cluster } = this.context
    switch (request.body) {
      case 'get':
        this.reads.get(from, request, request.get!)
        break
      case 'batchGet':
        this.reads.batchGet(from, request, request.batchGet!)
        break
      case 'scan':
        this.reads.scan(from, request, request.scan!)
        break
      case 'put':
        this.writes.write(from, request, request.put!, decodePut(cluster, request.put!))
        break
      case 'delete':
        this.writes.write(from, request, request.delete!, decodeDelete(cluster, request.delete!))
        break
      case 'increment': {
        const body = request.increment!
        this.writes.write(from, request, body, decodeIncrement(cluster, body))
        break
      }
      case 'listAppend': {
        const body = request.listAppend!
        this.writes.write(from, request, body, decodeListEdit(cluster, 'append', body))
        break
      }
      case 'listPrepend': {
        const body = request.listPrepend!
        this.writes.write(from, request, body, decodeListEdit(cluster, 'prepend', body))
        break
      }
      case 'listRemove': {
        const body = request.listRemove!
        this.writes.write(from, request, body, decodeListEdit(cluster, 'remove', body))
        break
      }
      case 'deleteRange':
        this.writes.deleteRange(from, request, request.deleteRange!)
        break
      case 'batchPut':
        this.writes.batchPut(from, request, request.batchPut!)
        break
      case 'transact':
        this.transactions.transact(from, request, request.transact!)
        break
      case 'begin':
        this.transactions.begin(from, request, request.begin!)
        break
      case 'commit':
        this.transactions.commit(from, request, request.commit!)
        break
      case 'resolve':
        this.transactions.resolve(from, request, request.resolve!)
        break
      case 'conflicts':
        this.conflicts.read(from, request, request.conflicts!)
        break
      case 'history':
        readHistory(this.context, from, request, request.history!)
        break
      case 'watch':
        this.watches.ask(from, request, request.watch!)
        break
      case undefined:
        throw new RingKvError(
          'UNIMPLEMENTED',
          'the request has no body, or one that this server does not know; upgrade the server or check the client',
        )
    }
  }
}
