import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Stack, type StackOptions, startStack } from './stack.ts'

export type ThrowawayOptions = Pick<StackOptions, 'parts' | 'onProgress' | 'extraEnv'> & {
  /** Signals after which the stack is stopped and the process ends; leave out those that the process answers itself. */
  endOn?: readonly NodeJS.Signals[]
}

/**
 * A stack on free ports with a data folder of its own, which stopping removes. It does not outlive the process that asked for it when that one is ended from
 * outside, also not in the middle of the start. Throws StackError as startStack does.
 */
export async function startThrowawayStack(
  name: string,
  { endOn = ['SIGTERM', 'SIGHUP'], ...options }: ThrowawayOptions,
): Promise<Stack & { home: string }> {
  const home = await mkdtemp(path.join(os.tmpdir(), `parley-${name}-`))
  const aborter = new AbortController()
  const starting = startStack({ ...options, home, ports: 'free', signal: aborter.signal })
  const stop = async () => {
    for (const signal of endOn) process.off(signal, end)
    aborter.abort()
    const started = await starting.catch(() => undefined)
    await started?.stop()
    await rm(home, { recursive: true, force: true })
  }
  const end = () => void stop().finally(() => process.exit(143))
  for (const signal of endOn) process.once(signal, end)
  try {
    return { ...(await starting), home, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
