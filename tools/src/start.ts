import { readEnv } from './env.ts'
import { homePaths } from './home.ts'
import { printProgress } from './progress.ts'
import { findRun, readRunEnv } from './run-file.ts'
import { createSignInUrl } from './seed-database.ts'
import { startStack } from './stack.ts'
import { StackError } from './stack-error.ts'
import { everyPart } from './stack-parts.ts'
import { installSpeechPackages } from './system-packages.ts'

/** `npm start`: everything up, the address and a sign-in link printed, then until Ctrl-C. */
export async function main(startedAtMs: number): Promise<void> {
  const onProgress = printProgress(startedAtMs, (text) => process.stdout.write(text))
  process.stdout.on('error', () => undefined) // a closed pipe must not leave our programs behind
  try {
    await start(onProgress)
  } catch (error) {
    if (error instanceof StackError && error.code === 'STOPPED') process.exit(0)
    console.error(error instanceof StackError ? error.message : error)
    process.exit(1)
  }
}

async function start(onProgress: (line: string) => void): Promise<void> {
  const { home: folder } = readEnv()
  const home = homePaths(folder)
  const running = await findRun(home)
  if (running?.state === 'ready') {
    console.log(`Parley is running already.\n${await address(await readRunEnv(home))}`)
    process.exit(0)
  }
  const aborter = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (aborter.signal.aborted) return
        onProgress('Stopping')
        aborter.abort()
        resolve()
      })
    }
  })
  await installSpeechPackages(onProgress)
  const stack = await startStack({ home: folder, parts: everyPart, ports: 'default', onProgress, signal: aborter.signal })
  console.log(`${await address(stack.env)}\nCtrl-C stops it. What runs and where: ./parley doctor`)
  await stopped
  await stack.stop()
  onProgress('Stopped')
  process.exit(0)
}

const address = async (env: Record<string, string>) =>
  `Parley is ready at ${env.NEXTAUTH_URL}  —  sign in once with ${await createSignInUrl(env)}`
