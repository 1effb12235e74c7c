import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inheritedEnv } from '../env.ts'
import { programs } from '../find-program.ts'
import { locateProgram } from '../locate-program.ts'
import type { StackContext } from '../stack-context.ts'
import { StackError } from '../stack-error.ts'
import { answersHttp, waitUntil } from '../wait-until.ts'

/** Rooms for calls: the server at LIVEKIT_URL, or one on loopback alone with keys made for this data folder. */
export async function startLivekit(context: StackContext): Promise<void> {
  const { tools, ports, secrets, supervisor, signal, env } = context
  if (tools.LIVEKIT_URL && !context.throwaway) {
    if (!tools.LIVEKIT_API_KEY || !tools.LIVEKIT_API_SECRET) {
      throw new StackError(
        'LIVEKIT_KEYS_MISSING',
        'LIVEKIT_URL is set without LIVEKIT_API_KEY and LIVEKIT_API_SECRET; the LiveKit server needs all three.',
      )
    }
    const url = tools.LIVEKIT_URL
    await waitUntil(`The LiveKit server at ${url}`, 10_000, signal, () => answersHttp(url.replace(/^ws/, 'http')))
    Object.assign(env, { LIVEKIT_URL: url, LIVEKIT_API_KEY: tools.LIVEKIT_API_KEY, LIVEKIT_API_SECRET: tools.LIVEKIT_API_SECRET })
    supervisor.note('livekit', url)
    return
  }
  const program = await locateProgram(programs.livekit, context)
  const config = path.join(context.home.folder, 'livekit.json')
  await writeFile(config, JSON.stringify(configuration(context), null, 2), { mode: 0o600 })
  const url = `ws://127.0.0.1:${ports.livekit}`
  await supervisor.start(
    'livekit',
    program.source,
    { command: program.path, args: ['--config', config], env: inheritedEnv(), logFile: context.home.log('livekit') },
    () => waitUntil('The LiveKit server', 20_000, signal, () => answersHttp(`http://127.0.0.1:${ports.livekit}/`)),
  )
  Object.assign(env, { LIVEKIT_URL: url, LIVEKIT_API_KEY: secrets.livekitKey, LIVEKIT_API_SECRET: secrets.livekitSecret })
}

/** JSON is YAML. One UDP port on loopback; TCP fallback only on request, because LiveKit binds it on every interface. */
const configuration = ({ ports, secrets, tools }: StackContext) => ({
  port: ports.livekit,
  bind_addresses: ['127.0.0.1'],
  keys: { [secrets.livekitKey]: secrets.livekitSecret },
  logging: { level: 'warn', json: false },
  rtc: {
    udp_port: ports.livekitUdp,
    tcp_port: tools.PARLEY_LIVEKIT_TCP_PORT ?? 0,
    node_ip: '127.0.0.1',
    use_external_ip: false,
    enable_loopback_candidate: true,
    interfaces: { includes: ['lo', 'lo0'] },
  },
  room: { empty_timeout: 60, departure_timeout: 30 },
})
