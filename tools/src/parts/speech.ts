import path from 'node:path'
import { repositoryRoot } from '../repository.ts'
import type { StackContext } from '../stack-context.ts'
import { waitUntil } from '../wait-until.ts'
import { acceptsTcp } from './accepts-tcp.ts'
import { nodeProgram } from './node-program.ts'

/** Recognition and synthesis without keys, behind the vendors' protocols; or the server at SPEECH_SERVER_URL. */
export async function startSpeech(context: StackContext): Promise<void> {
  const { tools, ports, supervisor, signal, env } = context
  if (tools.SPEECH_SERVER_URL && !context.throwaway) {
    const url = tools.SPEECH_SERVER_URL
    await waitUntil(`The speech server at ${url}`, 10_000, signal, () => acceptsTcp(new URL(url).host))
    env.SPEECH_SERVER_URL = url
    supervisor.note('speech', url)
    return
  }
  const address = `127.0.0.1:${ports.speech}`
  env.SPEECH_SERVER_URL = `http://${address}`
  env.SPEECH_SERVER_PORT = String(ports.speech)
  await supervisor.start(
    'speech',
    `http://${address}`,
    nodeProgram(context, 'speech', path.join(repositoryRoot, 'packages/speech-server/dist/main.js')),
    () => waitUntil('The speech server', 20_000, signal, () => acceptsTcp(address)),
  )
}
