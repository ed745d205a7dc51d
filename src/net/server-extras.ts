/**
 * Two standard services beside RingKV's own: health (`grpc.health.v1`), for load balancers and probes, and reflection, by
 * which tools like grpcurl learn the interface from a running node.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Server } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { ReflectionService } from '@grpc/reflection'
import { HealthImplementation } from 'grpc-health-check'

/** `proto/` of the package: beside `src/` as beside `dist/`, which are equally deep. */
const PROTO_DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'proto')

const KV_SERVICE_NAME = 'ringkv.v1.Kv'

export interface HealthSwitch {
  /** Whether this node wants traffic: false while it starts and while it drains. */
  setServing(serving: boolean): void
}

/** Adds both services. The node is not serving until the switch says so. */
export function addHealthAndReflection(server: Server): HealthSwitch {
  const health = new HealthImplementation()
  const setServing = (serving: boolean) => {
    for (const service of ['', KV_SERVICE_NAME]) {
      health.setStatus(service, serving ? 'SERVING' : 'NOT_SERVING')
    }
  }
  setServing(false)
  health.addToServer(server)
  const files = ['kv', 'admin', 'raft', 'internal'].map((name) => `ringkv/v1/${name}.proto`)
  const definition = loadSync(files, { includeDirs: [PROTO_DIRECTORY] })
  new ReflectionService(definition).addToServer(server)
  return { setServing }
}
