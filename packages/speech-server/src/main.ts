import { isMainThread, parentPort } from 'node:worker_threads'
import { readEnv } from './env.ts'
import { startSpeechServer } from './server.ts'
import { serveSynthesis } from './synthesis/thread.ts'

async function runServer(): Promise<void> {
  const server = await startSpeechServer({ ...readEnv(), entry: new URL(import.meta.url) })
  process.stdout.write(`${JSON.stringify({ event: 'ready', part: 'speech-server', url: server.url, engines: server.engines })}\n`)
  const stop = () => {
    server.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The same file is the process (server) and its synthesis thread. */
if (isMainThread) await runServer()
else if (parentPort !== null) await serveSynthesis(parentPort)
