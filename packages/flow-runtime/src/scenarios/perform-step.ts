import type { Effect, EffectOf, EffectType } from '../effects.ts'
import type { Understanding } from '../understanding.ts'
import type { Json } from '../variables.ts'
import { blockedBy, type Failure } from './failure.ts'
import { holds } from './holds.ts'
import { type Mark, markOf, momentOf } from './moment.ts'
import type { PlayedCall } from './played-call.ts'
import type { InputStep } from './scenario-step.ts'
import type { ToolAnswer } from './settle.ts'
import { wordsBegin } from './words.ts'

type Step<Key extends string> = Extract<InputStep, { [K in Key]: unknown }>
const answerMs = 1200
const newsMs = 300
const surelyUnderstood = 0.9

/**
 * Makes a step happen in a call that has settled for its moment; a failure when it cannot. `since` is when the step before happened,
 * `mark` when this one did.
 */
export function performStep(call: PlayedCall, step: InputStep, since: Mark): { failure?: Failure; mark: Mark } {
  const before = markOf(call)
  const from = call.entries.length
  const failure = performed(call, step, since)
  const answered = call.entries
    .slice(from)
    .flatMap((entry) => (entry.kind === 'event' && 'effectId' in entry.event ? [entry.event.effectId] : []))
  const mark = { ...before, pending: new Set([...before.pending].filter((id) => !answered.includes(id))) }
  return failure ? { failure, mark } : { mark }
}

function performed(call: PlayedCall, step: InputStep, since: Mark): Failure | undefined {
  if (call.state().status === 'ended') return { code: 'CALL_OVER' }
  if ('interrupt' in step && step.interrupt !== undefined) {
    const failure = cut(call, step.interrupt, momentOf(call, step, since))
    if (failure) return failure
  }
  if ('contact' in step) return say(call, step)
  if ('interrupt' in step) return undefined
  if ('keys' in step) return press(call, step)
  if ('silence' in step) return staySilent(call)
  if ('tool' in step) return answerTool(call, step)
  if ('task' in step) return finishTask(call, step)
  if ('transfer' in step) {
    return answer(call, 'transfer', ({ id: effectId }) => call.tell({ type: 'transferFinished', effectId, outcome: step.transfer }, newsMs))
  }
  if ('understood' in step) {
    const result = understanding(step)
    return answer(call, 'understand', ({ id: effectId }) => call.tell({ type: 'understood', effectId, result }, newsMs))
  }
  if ('generated' in step) {
    const result = { ...step.generated, engine: 'scenario', tookMs: 0 }
    return answer(call, 'generate', ({ id: effectId }) => call.tell({ type: 'generated', effectId, result }, newsMs))
  }
  return happen(call, step)
}

/** What nobody asks for. */
function happen(
  call: PlayedCall,
  step: Step<'hangUp'> | Step<'event'> | Step<'machine'> | Step<'timeUp'> | Step<'providerFails'>,
): undefined {
  if ('hangUp' in step) call.tell({ type: 'hungUp', by: step.hangUp === true ? 'contact' : step.hangUp }, newsMs)
  else if ('event' in step) call.tell({ type: 'outsideEvent', name: step.event, data: step.data ?? null }, newsMs)
  else if ('machine' in step) call.tell({ type: 'machineDetected' }, newsMs)
  else if ('timeUp' in step) call.tell({ type: 'timeUp' }, newsMs)
  else call.tell({ type: 'providerFailed', stage: step.providerFails, code: step.code ?? 'SCENARIO' }, newsMs)
}

function cut(call: PlayedCall, heard: string, isMoment: (effect: Effect) => boolean): Failure | undefined {
  const isMeant = (effect: Effect): effect is EffectOf<'say'> => effect.type === 'say' && isMoment(effect) && wordsBegin(effect.text, heard)
  const speech = call.state().awaiting.find(isMeant)
  if (!speech) return { code: 'NOT_SPEAKING' }
  call.tell({ type: 'speechFinished', effectId: speech.id, completed: false, heard }, newsMs)
  return undefined
}

function say(call: PlayedCall, { contact: text, confidence = 1, language = call.state().language }: Step<'contact'>): Failure | undefined {
  const listen = awaited(call, 'listen')
  if (!listen) return blockedBy(call) ?? { code: 'NOT_LISTENING' }
  call.tell({ type: 'contactSaid', effectId: listen.id, text, confidence, language }, answerMs)
  return undefined
}

function staySilent(call: PlayedCall): Failure | undefined {
  const listen = awaited(call, 'listen')
  if (!listen) return blockedBy(call) ?? { code: 'NOT_LISTENING' }
  call.tell({ type: 'contactSilent', effectId: listen.id }, listen.timeoutMs)
  return undefined
}

function press(call: PlayedCall, { keys }: Step<'keys'>): Failure | undefined {
  for (const key of keys) {
    const listen = call
      .state()
      .awaiting.find((effect): effect is EffectOf<'listen'> => effect.type === 'listen' && effect.keys !== undefined)
    if (!listen) return blockedBy(call) ?? { code: 'NO_KEYS_WANTED' }
    const isHidden = listen.keys?.secret !== undefined && /\d/.test(key)
    call.tell({ type: 'keyPressed', key: isHidden ? '•' : key }, newsMs)
  }
  return undefined
}

function answerTool(call: PlayedCall, step: Step<'tool'>): Failure | undefined {
  const effect = awaited(call, 'callTool')
  if (!effect || effect.tool !== step.tool) return (effect && blockedBy(call)) ?? { code: 'NOT_AWAITED' }
  const { input: wanted } = step
  if (wanted && !holds(wanted, effect.input)) {
    const values = { tool: step.tool, found: JSON.stringify(effect.input), wanted: JSON.stringify(wanted) }
    return { code: 'TOOL_ASKED_OTHERWISE', values: () => values }
  }
  call.tell({ type: 'toolFinished', effectId: effect.id, ...answerOf(step) }, newsMs)
  return undefined
}

function finishTask(call: PlayedCall, step: Step<'task'>): Failure | undefined {
  const { tasks } = call.state()
  const isMeant = (effect: Effect) => effect.type === 'startTask' && effect.task === step.task && tasks[effect.id]?.status === 'running'
  const started = call.effects.find(isMeant)
  if (!started) return { code: 'NOT_AWAITED' }
  call.tell({ type: 'taskFinished', taskId: started.id, ...answerOf(step) }, newsMs)
  return undefined
}

function answerOf({ result, error, timeout }: { result?: Json; error?: true | string; timeout?: true }): ToolAnswer {
  if (timeout) return { outcome: 'timeout', result: null }
  return error === undefined ? { outcome: 'ok', result: result ?? null } : { outcome: 'error', result: error === true ? null : error }
}

function understanding({ understood }: Step<'understood'>): Understanding {
  const { intent = null, confidence = surelyUnderstood, slots = {}, ...more } = understood
  return {
    candidates: intent === null ? [] : [{ intent, confidence }],
    ...more,
    intent,
    confidence,
    slots: Object.entries(slots).map(([name, slot]) =>
      typeof slot === 'object' ? { name, ...slot } : { name, value: slot, raw: String(slot), confidence: surelyUnderstood },
    ),
    reason: 'said by the scenario',
    engine: 'scenario',
    tookMs: 0,
  }
}

function answer<T extends EffectType>(call: PlayedCall, type: T, tell: (effect: EffectOf<T>) => void): Failure | undefined {
  const effect = awaited(call, type)
  if (!effect) return blockedBy(call) ?? { code: 'NOT_AWAITED' }
  tell(effect)
  return undefined
}

function awaited<T extends EffectType>(call: PlayedCall, type: T): EffectOf<T> | undefined {
  return call.state().awaiting.find((effect): effect is EffectOf<T> => effect.type === type)
}
