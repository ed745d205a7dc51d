/**
 * Free ports of loopback. They are taken from below the range from which the system gives ports to outgoing connections, so
 * that a node which is down for a while finds its port free when it comes back.
 */
import { createServer } from 'node:net'

const HOST = '127.0.0.1'
const FIRST = 15_000
const LAST = 30_000
const used = new Set<number>()

/** `count` free ports, none of which was handed out before. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  // A start of its own for every run, so that two runs on one machine seldom meet.
  let port = FIRST + ((process.pid * 97) % (LAST - FIRST))
  while (ports.length < count) {
    port = port >= LAST ? FIRST : port + 1
    if (used.has(port) || !(await isFree(port))) continue
    used.add(port)
    ports.push(port)
  }
  return ports
}

/** A port after which the ports that `offsets` names are free. */
export async function freeBasePort(offsets: readonly number[]): Promise<number> {
  for (;;) {
    const [base] = await freePorts(1)
    const free = await Promise.all(offsets.map((offset) => isFree(base! + offset)))
    if (free.every(Boolean)) return base!
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, HOST, () => server.close(() => resolve(true)))
  })
}
