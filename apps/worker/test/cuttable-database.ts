import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** For tests: a way to a database that can be cut and mended, as a network does it. `url`: the same database by that way. */
export async function cuttableDatabase(databaseUrl: string) {
  const to = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((inward) => {
    if (isCut) return inward.destroy()
    const outward = connect(Number(to.port || 5_432), to.hostname)
    for (const [one, other] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const by = new URL(databaseUrl)
  by.hostname = '127.0.0.1'
  by.port = String(typeof address === 'object' ? address?.port : '')

  function cut() {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: by.href,
    cut,
    mend: () => {
      isCut = false
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
