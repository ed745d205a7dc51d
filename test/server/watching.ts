/** A client that watches, for tests: asks again and again, and goes on at another node when its own is gone. */
import { RingKvError } from '../../src/base/errors.ts'
import type { wire } from '../../src/net/protobuf.ts'
import type { RigClient } from './rig/rig-client.ts'
import type { RigCluster } from './rig/rig-cluster.ts'

export interface Seen {
  readonly key: string
  /** undefined = deleted. */
  readonly value: string | undefined
  readonly timestamp: number
}

export class Watching {
  readonly events: Seen[] = []
  token: Uint8Array = new Uint8Array(0)
  resolved = 0
  error: RingKvError | undefined
  answers = 0
  /** It takes no answer for now. */
  paused = false
  private stopped = false
  private readonly cluster: RigCluster
  private readonly request: wire.WatchRequest.$Properties
  private node: number
  private client: RigClient

  constructor(cluster: RigCluster, node: number, request: wire.WatchRequest.$Properties) {
    this.cluster = cluster
    this.node = node
    this.request = request
    this.token = request.token ?? this.token
    this.client = cluster.client(node)
    this.ask()
  }

  get values(): (string | undefined)[] {
    return this.events.map(({ value }) => value)
  }

  /** Lets time pass until the watch stands. */
  async established(): Promise<this> {
    await this.cluster.time.until(() => this.token.length > 0, 'a first token')
    return this
  }

  /** Lets time pass until so many events have come. */
  async until(count: number): Promise<void> {
    await this.cluster.time.until(
      () => this.events.length >= count,
      `${count} events, ${this.events.length} came: ${this.values.join()}`,
    )
  }

  stop(): void {
    this.stopped = true
  }

  goOn(): void {
    this.paused = false
    this.ask()
  }

  private ask(): void {
    const { request, token } = this
    this.client.ask({ watch: { ...request, watch: 1, token }, timeoutMs: 20_000 }).then(
      ({ watch }) => {
        if (this.stopped) return
        this.answers++
        for (const { key, value, timestamp } of watch!.events ?? []) {
          const text = value?.string ?? undefined
          this.events.push({
            key: Buffer.from(key!).toString(),
            value: text,
            timestamp: timestamp!,
          })
        }
        this.token = watch!.token!
        this.resolved = watch!.resolved ?? 0
        if (!this.paused) this.ask()
      },
      (error: unknown) => {
        if (this.stopped) return
        if (error instanceof RingKvError) {
          this.error = error
          return
        }
        // The node is gone.
        const { running } = this.cluster
        this.node = running[this.node % running.length]!.id
        this.client = this.cluster.client(this.node)
        this.ask()
      },
    )
  }
}
