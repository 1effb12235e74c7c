import { spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { startToken } from './process-identity.ts'

export type ChildOptions = {
  command: string
  args: string[]
  env: Record<string, string>
  cwd?: string
  logFile: string
  uid?: number
  gid?: number
  /** Asks the program to end; SIGTERM to its whole group unless told otherwise. */
  stopSignal?: NodeJS.Signals
  /** Milliseconds between asking and SIGKILL. */
  graceMs?: number
}

export type Child = {
  pid: number
  token: string
  /** Resolves when the program has ended, with how it ended in words. */
  ended: Promise<string>
  hasEnded(): boolean
  /** Asks it to end and does not wait. */
  ask(): void
  stop(): Promise<void>
}

const maxLogBytes = 10 * 1024 * 1024

/** Opens a log for appending, owner only; one older generation is kept when it has grown large. */
const openLog = (file: string): number => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already.
  }
}

/** Starts a program in a process group of its own, so that Ctrl-C reaches only us and we stop it in our order. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = openLog(options.logFile)
  const started = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
  })
  closeSync(log)
  let over = false
  const ended = new Promise<string>((resolve) => {
    started.once('error', (error) => resolve(error.message))
    started.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with exit code ${code}`))
  }).then((how) => {
    over = true
    if (started.pid) signalGroup(started.pid, 'SIGKILL')
    return how
  })
  const { pid } = started
  if (pid === undefined) throw new Error(`${options.command} could not be started: ${await ended}`)
  const { stopSignal = 'SIGTERM', graceMs = 5_000 } = options
  const ask = () => {
    if (over) return
    if (stopSignal === 'SIGTERM') signalGroup(pid, 'SIGTERM')
    else started.kill(stopSignal)
  }
  return {
    pid,
    token: startToken(pid) ?? '',
    ended,
    hasEnded: () => over,
    ask,
    stop: async () => {
      if (over) return
      ask()
      const inTime = await Promise.race([ended.then(() => true), delay(graceMs, false, { ref: false })])
      if (!inTime) signalGroup(pid, 'SIGKILL')
      await ended
    },
  }
}
