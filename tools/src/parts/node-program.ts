import path from 'node:path'
import type { ChildOptions } from '../child.ts'
import { inheritedEnv } from '../env.ts'
import type { StackContext } from '../stack-context.ts'

/** How one of our own bundled programs is started: with the variables of the stack, its words in a log of the data folder. `preload`: is run before it, in each of its threads. */
export const nodeProgram = (
  context: StackContext,
  name: string,
  file: string,
  args: string[] = [],
  graceMs = 8_000,
  preload?: string,
): ChildOptions => ({
  command: process.execPath,
  args: ['--enable-source-maps', ...(preload === undefined ? [] : ['--require', preload]), file, ...args],
  env: { ...(context.throwaway ? withoutProviders(inheritedEnv()) : inheritedEnv()), NODE_ENV: 'production', ...context.env },
  cwd: path.resolve(file, '../..'),
  logFile: context.home.log(name),
  graceMs,
})

/** A throwaway stack never calls a vendor nor writes into somebody's storage, whatever keys the terminal has. */
const withoutProviders = (env: Record<string, string>) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(DEEPGRAM|ELEVENLABS|OPENAI|PARLEY_RECORDINGS_S3)_/.test(name)))
