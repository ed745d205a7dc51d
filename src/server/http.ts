/** The HTTP port: metrics for Prometheus, and probes (10, "Observability"). */
import { createServer, type ServerResponse } from 'node:http'
import { FatalError } from '../base/errors.ts'
import { Metrics } from '../metrics/definitions.ts'
import type { Node } from './node.ts'

export interface HttpServer {
  close(): Promise<void>
}

export async function startHttp(listen: string, node: Node): Promise<HttpServer> {
  const metrics = new Metrics(
    () => node.measure(),
    () => node.measureKeyspaces(),
  )
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0]
    switch (path) {
      case '/livez':
        answer(response, 200, 'ok\n')
        break
      case '/readyz':
        if (node.ready) answer(response, 200, 'ready\n')
        else
          answer(
            response,
            503,
            'not ready: some shards here have no leader yet, or the node is stopping\n',
          )
        break
      case '/metrics':
        metrics.text().then(
          (text) => answer(response, 200, text, metrics.contentType),
          (error: unknown) => answer(response, 500, `${String(error)}\n`),
        )
        break
      default:
        answer(response, 404, 'try /metrics, /livez or /readyz\n')
    }
  })
  const cut = listen.lastIndexOf(':')
  const host = listen.slice(0, cut).replace(/^\[|\]$/g, '')
  const port = Number(listen.slice(cut + 1))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const message = `cannot serve HTTP on ${listen}: ${error.message}`
      reject(new FatalError('address-in-use', message, { cause: error }))
    })
    server.listen(port, host, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        metrics.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, code: number, body: string, type = 'text/plain'): void {
  response.writeHead(code, { 'content-type': type }).end(body)
}
