import { readFile, stat } from 'node:fs/promises'
import { startChild } from './child.ts'
import { inheritedEnv } from './env.ts'
import { repositoryRoot } from './repository.ts'
import { StackError } from './stack-error.ts'

/** Runs one of the JavaScript tools to its end, its words in a log. A failure is a StackError with the last line it said. */
export async function runTool(
  what: string,
  script: string,
  args: string[],
  options: { env: Record<string, string>; logFile: string; signal: AbortSignal; command?: string },
): Promise<void> {
  if (options.signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
  const before = (await stat(options.logFile).catch(() => undefined))?.size ?? 0
  const child = await startChild({
    command: options.command ?? process.execPath,
    args: options.command ? args : [script, ...args],
    cwd: repositoryRoot,
    env: { ...inheritedEnv(), ...options.env },
    logFile: options.logFile,
  })
  const stop = () => void child.stop()
  options.signal.addEventListener('abort', stop, { once: true })
  const how = await child.ended
  options.signal.removeEventListener('abort', stop)
  if (options.signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
  if (how === 'ended with exit code 0') return
  const said = (await readFile(options.logFile)).subarray(before).toString().trim().split('\n')
  const telling = said.find((line) => /\berror\b/i.test(line)) ?? said.at(-1) ?? ''
  throw new StackError('TOOL_FAILED', `${what} failed: ${telling.trim().slice(0, 300)}. All it said is in ${options.logFile}.`)
}
