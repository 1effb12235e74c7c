import { ensureBuilt } from './build.ts'
import { readEnv } from './env.ts'
import { programs } from './find-program.ts'
import { openHome } from './home.ts'
import { locateProgram } from './locate-program.ts'
import { printProgress } from './progress.ts'
import { StackError } from './stack-error.ts'
import { installSpeechPackages } from './system-packages.ts'

/** `npm run setup`: everything a start needs, built and found, with nothing left running. */
export async function main(startedAtMs: number): Promise<void> {
  const onProgress = printProgress(startedAtMs, (text) => process.stdout.write(text))
  try {
    await setUp(onProgress)
    onProgress('Set up. Start it with npm start')
  } catch (error) {
    console.error(error instanceof StackError ? error.message : error)
    process.exit(1)
  }
}

async function setUp(onProgress: (line: string) => void): Promise<void> {
  const aborter = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => aborter.abort())
  const { signal } = aborter
  const tools = readEnv()
  const home = await openHome(tools.home)
  await installSpeechPackages(onProgress)
  await ensureBuilt({ onProgress, signal, logFile: home.log('build') })
  if (!tools.LIVEKIT_URL) onProgress(`LiveKit server: ${(await locateProgram(programs.livekit, { tools, onProgress, signal })).source}`)
  if (!tools.TEMPORAL_ADDRESS)
    onProgress(`Temporal server: ${(await locateProgram(programs.temporal, { tools, onProgress, signal })).source}`)
}
