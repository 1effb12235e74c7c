import { announceMediaProcess, consumeMediaToken, type Db, newId, withdrawMediaProcess } from '@parley/db'
import { callWorkflowId, type MediaArrived, mediaArrivedSignal, taskQueues } from '@parley/temporal/contract'
import { Client } from '@temporalio/client'
import type { NativeConnection } from '@temporalio/worker'
import type { Logger } from 'pino'
import { failureCodeOf } from '../failure-code.ts'
import { startMediaServer } from './media-server.ts'

const announceEveryMs = 2_000

export type TakeSocketsOptions = {
  db: Db
  connection: NativeConnection
  namespace: string
  logger: Logger
  host: string
  port: number
  /** Where carriers reach this process; absent: this machine. */
  url?: string
  slots: number
}

/** Takes carriers' media sockets into this process, tells each call's workflow where its socket is, and keeps the others told how busy it is. */
export async function takeSockets({ db, connection, namespace, logger, host, port, url, slots }: TakeSocketsOptions) {
  const id = newId()
  const taskQueue = taskQueues.mediaOf(id)
  const client = new Client({ connection, namespace })
  const server = await startMediaServer({
    host,
    port,
    logger,
    slots,
    consumeToken: (token) => consumeMediaToken(db, token),
    onArrival: ({ callId }) => client.workflow.getHandle(callWorkflowId(callId)).signal<[MediaArrived]>(mediaArrivedSignal, { taskQueue }),
  })
  const announced = { id, url: url ?? `ws://${host}:${server.port}`, slots }
  const announce = () =>
    announceMediaProcess(db, { ...announced, calls: server.calls() }).catch((error: unknown) => {
      logger.error({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'this process could not say how busy it is')
    })
  let timer: NodeJS.Timeout | undefined

  return {
    /** Of this process among those that announce themselves. */
    id,
    taskQueue,
    client,
    claim: server.claim,
    expect: server.expect,
    calls: server.calls,
    port: server.port,
    /** From here on carriers are sent here; to be called when the calls can be conducted. */
    open() {
      timer = setInterval(announce, announceEveryMs)
      return announce()
    },
    async drain() {
      clearInterval(timer)
      server.drain()
      await withdrawMediaProcess(db, id).catch(() => undefined)
    },
    close: server.close,
  }
}
