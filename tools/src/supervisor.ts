import { readFileSync } from 'node:fs'
import { type Child, type ChildOptions, startChild } from './child.ts'
import type { RunPart } from './run-file.ts'
import { StackError } from './stack-error.ts'

const firstBackOffMs = 50
const longestBackOffMs = 5_000
/** A program that stayed up this long starts its back-off anew. */
const settledMs = 15_000
const mostQuickFailures = 20

type Supervised = { name: string; source: string; options: ChildOptions; child?: Child; restarts: number; givenUp: boolean }

export type Supervisor = ReturnType<typeof createSupervisor>

/** What a program said last, shortened. */
const lastLine = (file: string): string => {
  const said = readFileSync(file, 'utf8').trim().split('\n')
  const telling = said.findLast((line) => /error|fatal|cannot|could not/i.test(line)) ?? said.at(-1) ?? ''
  return telling.trim().slice(0, 300)
}

/**
 * Keeps the programs of a stack running: one that ends unasked is started again, at once the first time, then with a growing pause,
 * and given up after twenty quick failures in a row. `onChange` hears the list whenever it changes, `onNotice` one sentence per restart.
 */
export function createSupervisor(onChange: (parts: RunPart[]) => void, onNotice: (line: string) => void) {
  const all: Supervised[] = []
  const timers = new Set<NodeJS.Timeout>()
  let stopping = false

  const parts = (): RunPart[] =>
    all.map(({ name, source, child, restarts }) => ({
      name,
      source,
      restarts,
      ...(child && !child.hasEnded() ? { pid: child.pid, token: child.token } : {}),
    }))
  const changed = () => onChange(parts())

  const watch = (one: Supervised, child: Child, quickFailures: number): void => {
    const startedAtMs = performance.now()
    void child.ended.then((how) => {
      if (stopping) return
      const failures = performance.now() - startedAtMs > settledMs ? 1 : quickFailures + 1
      if (failures > mostQuickFailures) {
        one.givenUp = true
        onNotice(`${one.name} ${how} ${failures} times in a row and is not started again; see ${one.options.logFile}.`)
        changed()
        return
      }
      onNotice(`${one.name} ${how}; starting it again.`)
      const pauseMs = Math.min(longestBackOffMs, firstBackOffMs * 2 ** (failures - 1))
      const timer = setTimeout(() => {
        timers.delete(timer)
        void restart(one, failures)
      }, pauseMs)
      timers.add(timer)
    })
  }

  const restart = async (one: Supervised, failures: number): Promise<void> => {
    if (stopping) return
    try {
      one.child = await startChild(one.options)
    } catch (error) {
      one.givenUp = true
      onNotice(error instanceof Error ? error.message : String(error))
      return
    }
    one.restarts += 1
    changed()
    if (stopping) await one.child.stop()
    else watch(one, one.child, failures)
  }

  return {
    parts,
    /** Writes down a part that runs elsewhere (a given address). */
    note(name: string, source: string) {
      all.push({ name, source, options: { command: '', args: [], env: {}, logFile: '' }, restarts: 0, givenUp: false })
      changed()
    },
    /** Starts a program and waits until `ready` resolves; a program that ends before that is a StackError, not a restart. */
    async start(name: string, source: string, options: ChildOptions, ready: (child: Child) => Promise<void>): Promise<Child> {
      if (stopping) throw new StackError('STOPPED', 'The start was stopped.')
      const child = await startChild(options)
      const one: Supervised = { name, source, options, child, restarts: 0, givenUp: false }
      all.push(one)
      changed()
      if (stopping) await child.stop()
      const endedEarly = child.ended.then((how) => {
        if (stopping) throw new StackError('STOPPED', 'The start was stopped.')
        throw new StackError(
          'PART_ENDED',
          `${name} ${how} while it was started: ${lastLine(options.logFile)} All it said is in ${options.logFile}.`,
          true,
        )
      })
      await Promise.race([ready(child), endedEarly])
      endedEarly.catch(() => undefined)
      watch(one, child, 0)
      return child
    },
    /** Process ids of a part's programs that are alive now. */
    pids: (prefix: string) => all.flatMap(({ name, child }) => (name.startsWith(prefix) && child && !child.hasEnded() ? [child.pid] : [])),
    /** The last resort when this process exits without having stopped: asks every program to end and cannot wait for it. */
    abandon(): void {
      stopping = true
      for (const { child } of all) child?.ask()
    },
    /** Stops everything: the programs started last first, those of one kind together. */
    async stop(order: readonly string[]): Promise<void> {
      stopping = true
      for (const timer of timers) clearTimeout(timer)
      for (const prefix of order) {
        await Promise.all(all.filter(({ name }) => name.startsWith(prefix)).map(({ child }) => child?.stop()))
      }
      await Promise.all(all.map(({ child }) => child?.stop()))
    },
  }
}
