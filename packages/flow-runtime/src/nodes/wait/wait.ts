import * as z from 'zod'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { waitEditor } from './wait-editor.ts'

export const wait = defineNodeType({
  type: 'wait',
  config: z.object({
    /** What ends the waiting before the time is over. */
    until: z.enum(['pause', 'event', 'tasks']).default('pause'),
    /** Name of the outside event, for `until: 'event'`. */
    event: z.string().default(''),
    text: localizedText.default({}),
    /** Milliseconds. */
    waitMs: z.number().int().min(100).max(600_000).default(2000),
  }),
  memory: z.null(),
  editor: waitEditor,
  listens: false,
  outcomes: () => ['happened', 'timeout'],
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter(data, context): NodeStep<null> {
    const { tasks } = context.state
    if (data.until === 'tasks' && !isRunning(tasks)) return { outcome: 'happened', why: { code: 'tasksFinished' } }
    const words = renderText(data.text, context)
    const pause = { type: 'wait' as const, ms: data.waitMs }
    return { effects: words === '' ? [pause] : [{ type: 'say', text: words, interruptible: true }, pause] }
  },
  on(data, event, { state }): NodeStep<null> {
    if (event.type === 'waitFinished') return data.until === 'pause' ? { outcome: 'happened', why: { code: 'pauseOver' } } : tooLate
    const isWanted = data.until === 'event' && event.type === 'outsideEvent' && event.name === data.event
    if (isWanted) return { outcome: 'happened', why: { code: 'eventHappened', values: { event: data.event } } }
    const isDone = data.until === 'tasks' && event.type === 'taskFinished' && !isRunning(state.tasks)
    return isDone ? { outcome: 'happened', why: { code: 'tasksFinished' } } : {}
  },
})

const tooLate: NodeStep<null> = { outcome: 'timeout', why: { code: 'waitedInVain' } }

const isRunning = (tasks: Readonly<Record<string, { status: string }>>) => Object.values(tasks).some(({ status }) => status === 'running')
