import type { Flow } from '../flow.ts'
import type { EffectDraft, NodeContext, TaskFinished } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { CallState } from '../state.ts'
import type { Variables } from '../variables.ts'
import { changed } from './changed.ts'
import { nodeByWholeId, placeOf } from './place.ts'
import { isAwaited, issue, type Stepped } from './steps.ts'
import { tell } from './walk.ts'

/** A background task is finished: its values are kept, a node that waits for it goes on, and the contact is told. */
export function taskFinished(root: Flow, before: Stepped, event: TaskFinished): Stepped {
  const { state } = before
  const task = Object.hasOwn(state.tasks, event.taskId) ? state.tasks[event.taskId] : undefined
  if (task?.status !== 'running') return before
  const done = changed(state, { tasks: { ...state.tasks, [event.taskId]: { ...task, status: event.outcome } } })
  const starter = nodeByWholeId(root, task.nodeId)
  if (!starter) return { ...before, state: done }
  const context: NodeContext = { nodeId: task.nodeId, head: starter.flow, state: levelSeen(done, task.level), now: event.at }
  const news = nodeTypeOf(starter.node).taskFinished?.(starter.node.data, event, context)
  if (!news) return { ...before, state: done }
  const kept = withVariables(done, task.level, news.variables)
  const told: Stepped = { ...before, state: kept }
  const announced = news.announcement === '' ? told : announce(root, told, news.announcement, news.urgent)
  return isWaiting(announced.state) ? tell(root, announced, event) : announced
}

export const isWaiting = ({ awaiting }: CallState): boolean => awaiting.some(({ type }) => type === 'wait')

/** The state as the level that started the task sees it. */
function levelSeen(state: CallState, level: number): CallState {
  const caller = state.callers[level]
  return caller ? changed(state, { variables: caller.variables }) : state
}

function withVariables(state: CallState, level: number, variables: Variables): CallState {
  if (level === state.callers.length) return changed(state, { variables: { ...state.variables, ...variables } })
  // A level that has ended keeps nothing.
  return changed(state, {
    callers: state.callers.map((caller, at) => (at === level ? { ...caller, variables: { ...caller.variables, ...variables } } : caller)),
  })
}

/** News wait for the next words of the flow; urgent ones are said at once, and the open question after them. */
function announce(root: Flow, { state, effects, decisions }: Stepped, text: string, urgent: boolean): Stepped {
  const isBusy = state.awaiting.some(({ type }) => type === 'understand' || type === 'hangUp')
  if (!urgent || isBusy) return { state: changed(state, { announcements: [...state.announcements, text] }), effects, decisions }
  const listens = state.awaiting.some(({ type }) => type === 'listen')
  const speaks = state.awaiting.some(({ type }) => type === 'say')
  const drafts: EffectDraft[] = [{ type: 'say', text, interruptible: false, aside: true }]
  if (listens && !speaks && state.lastQuestion) drafts.push({ type: 'say', text: state.lastQuestion, interruptible: true, aside: true })
  if (listens && state.lastListen) drafts.push(state.lastListen)
  const issued = issue(state, drafts, placeOf(root, state).flow.settings.interruption.enabled)
  const kept = listens && state.lastListen ? state.awaiting.filter(({ type }) => type !== 'listen') : state.awaiting
  return {
    state: changed(state, { awaiting: [...kept, ...issued.effects.filter(isAwaited)], nextEffect: issued.nextEffect }),
    effects: [...effects, ...issued.effects],
    decisions: [...decisions, { nodeId: state.at, why: { code: 'urgentNews' }, candidates: [] }],
  }
}
