import path from 'node:path'
import { searchAttributes } from '@parley/temporal/contract'
import { inheritedEnv } from '../env.ts'
import { programs } from '../find-program.ts'
import { locateProgram } from '../locate-program.ts'
import type { StackContext } from '../stack-context.ts'
import { answersHttp, waitUntil } from '../wait-until.ts'
import { acceptsTcp } from './accepts-tcp.ts'

/** The server of the call workflows: the one at TEMPORAL_ADDRESS, or a development server whose histories are kept in one file. */
export async function startTemporal(context: StackContext): Promise<void> {
  const { tools, ports, supervisor, signal, env } = context
  env.TEMPORAL_NAMESPACE = context.throwaway ? 'default' : tools.TEMPORAL_NAMESPACE
  if (tools.TEMPORAL_ADDRESS && !context.throwaway) {
    const address = tools.TEMPORAL_ADDRESS
    await waitUntil(`The Temporal server at ${address}`, 10_000, signal, () => acceptsTcp(address))
    const { registerSearchAttributes } = await import('./search-attributes.ts') // Temporal's client is needed here only
    await registerSearchAttributes({ address, namespace: env.TEMPORAL_NAMESPACE })
    env.TEMPORAL_ADDRESS = address
    if (tools.TEMPORAL_UI_URL) env.TEMPORAL_UI_URL = tools.TEMPORAL_UI_URL
    supervisor.note('temporal', address)
    return
  }
  const program = await locateProgram(programs.temporal, context)
  const uiUrl = `http://127.0.0.1:${ports.temporalUi}`
  await supervisor.start(
    'temporal',
    program.source,
    { command: program.path, args: serverArgs(context), env: inheritedEnv(), logFile: context.home.log('temporal'), graceMs: 8_000 },
    () => waitUntil('The Temporal server', 30_000, signal, () => answersHttp(`${uiUrl}/api/v1/namespaces/${env.TEMPORAL_NAMESPACE}`, 300)),
  )
  Object.assign(env, { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`, TEMPORAL_UI_URL: uiUrl })
}

/** Write-ahead log and short timers: single calls take 50 instead of 200 ms; fair task queues for later campaigns, in one piece: with one server pieces only hand tasks to each other. */
const serverArgs = ({ home, ports, env }: StackContext): string[] => [
  ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'warn', '--namespace', env.TEMPORAL_NAMESPACE ?? 'default'],
  ...['--port', String(ports.temporal), '--ui-port', String(ports.temporalUi)],
  ...['--db-filename', path.join(home.temporal, 'temporal.db')],
  ...['journal_mode=wal', 'synchronous=normal'].flatMap((pragma) => ['--sqlite-pragma', pragma]),
  ...[
    'history.transferProcessorMaxPollRPS=500',
    'history.timerProcessorMaxPollRPS=500',
    'history.timerProcessorMaxTimeShift="10ms"',
    'matching.enableFairness=true',
    'matching.useNewMatcher=true',
    'matching.numTaskqueueReadPartitions=1',
    'matching.numTaskqueueWritePartitions=1',
  ].flatMap((value) => ['--dynamic-config-value', value]),
  ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
]
