import type { EffectOf } from '@parley/flow-runtime'
import { failureCodeOf } from '../failure-code.ts'
import type { PerformOptions } from '../perform.ts'
import { toolWrites } from '../tools-port.ts'
import { TooLate, within } from '../within.ts'

const toolDeadlineMs = 10_000
/** A write waits this long at most for the journal; a database that is gone fails the tool anyway. */
const journalDeadlineMs = 1_000

/** Tools and background tasks: their input gets the secrets it names, their answer is rid of them, and writes wait for the journal. */
export function createOutsideCalls({ callId, tools, tasks, secrets, journal, signal, answer, note }: PerformOptions) {
  const failed = (error: unknown, what: string, code: 'TOOL_FAILED' | 'TASK_FAILED') => {
    const result = { code: failureCodeOf(error, code) }
    note(code, `${what} ${result.code}`)
    return { outcome: error instanceof TooLate ? ('timeout' as const) : ('error' as const), result }
  }

  const useTool = async ({ id, tool, input, timeoutMs = toolDeadlineMs }: EffectOf<'callTool'>) => {
    if (toolWrites[tool]) await journal.flushed(journalDeadlineMs)
    if (signal.aborted) return
    try {
      const calling = tools.call(tool, secrets.reveal(input), `${callId}:${id}`)
      const result = secrets.conceal(input, await within(calling, timeoutMs, 'TOOL_TIMEOUT'))
      answer({ type: 'toolFinished', effectId: id, outcome: 'ok', result })
    } catch (error) {
      answer({ type: 'toolFinished', effectId: id, ...failed(error, tool, 'TOOL_FAILED') })
    }
  }

  const startTask = async ({ id, task, input, timeoutMs }: EffectOf<'startTask'>) => {
    await journal.flushed(journalDeadlineMs)
    if (signal.aborted) return
    try {
      const working = tasks.start(task, secrets.reveal(input), `${callId}:${id}`, timeoutMs)
      const result = secrets.conceal(input, await within(working, timeoutMs, 'TASK_TIMEOUT', signal))
      answer({ type: 'taskFinished', taskId: id, outcome: 'ok', result })
    } catch (error) {
      // A task goes on after the call; only the call does not hear of it any more.
      if (signal.aborted) return
      answer({ type: 'taskFinished', taskId: id, ...failed(error, task, 'TASK_FAILED') })
    }
  }

  return { useTool, startTask }
}
