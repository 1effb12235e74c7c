import type { Effect, EffectOf, EffectType } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import { isAwaited, mustBeHeard } from '../interpreter/steps.ts'
import type { JournalEntry } from '../journal.ts'
import type { Understanding } from '../understanding.ts'
import { lasts } from './moment.ts'
import type { InputStep } from './scenario-step.ts'

/** What moved a recorded call, as a step of a scenario, with the places in the journal of its first and its last event. */
export type RecordedStep = { step: InputStep; entry: number; last: number }

/** Engines whose answers are found again by asking: what others said is kept with the call. */
const askedAgain = 'local'

/**
 * What happened to a recorded call, as steps that make it happen again. Speeches heard to their end, pauses and the agent's own
 * hang-up are left out, as they need no step. `isLive` says which events count: late and doubled answers do not.
 * Steps that are not wanted are left out as if somebody else saw to them.
 */
export function journalSteps(
  entries: readonly JournalEntry[],
  isLive: (entry: number) => boolean,
  isWanted: (step: InputStep) => boolean = () => true,
): RecordedStep[] {
  const effects = new Map<string, Effect>()
  const steps: RecordedStep[] = []
  /** Speeches and pauses that go on, and those since the last step, as far as the journal tells. */
  let lasting: readonly Effect[] = []
  let since: readonly Effect[] = []
  let at = ''
  for (const [entry, line] of entries.entries()) {
    if (line.kind === 'step') {
      at = line.state.at
      for (const effect of line.effects) effects.set(effect.id, effect)
      const asked = line.effects.filter(isAwaited)
      const own = asked.filter(lasts)
      lasting = asked.every(({ type }) => type === 'listen') ? lasting : [...lasting.filter(mustBeHeard), ...own]
      since = [...since, ...own]
    }
    if (line.kind !== 'event' || !isLive(entry)) continue
    const { event } = line
    const step = stepOf(event, effects, momentIn(event, { lasting, since, at }))
    const unanswered = lasting.filter(({ id }) => !('effectId' in event && event.effectId === id))
    // A key breaks into what may be interrupted.
    lasting = event.type === 'keyPressed' ? unanswered.filter((effect) => effect.type !== 'say' || mustBeHeard(effect)) : unanswered
    if (!step || !isWanted(step)) continue
    const count = steps.length
    add(steps, { step, entry, last: entry }, entries)
    if (steps.length > count) since = unanswered
  }
  return steps
}

type Moment = { during?: string; nth?: number }

/** The speech or pause in which an event happened, as a scenario names it; nothing for what happens in its turn. */
function momentIn(event: CallEvent, { lasting, since, at }: { lasting: readonly Effect[]; since: readonly Effect[]; at: string }): Moment {
  const cut = event.type === 'speechFinished' ? lasting.find(({ id }) => id === event.effectId) : undefined
  const effect = cut ?? lasting[0]
  const comesInPause = event.type === 'outsideEvent' || event.type === 'taskFinished'
  const firstPause = comesInPause ? since.find(({ type }) => type === 'wait') : undefined
  if (effect === firstPause) return {}
  // A pause has passed in which it would come if no other moment were named.
  if (!effect) return { during: at }
  const nth = since.filter(({ nodeId }) => nodeId === effect.nodeId).indexOf(effect) + 1
  return nth > 1 ? { during: effect.nodeId, nth } : { during: effect.nodeId }
}

/** Keys pressed in a row are one step, and so are an interruption and the words it came with. */
function add(steps: RecordedStep[], next: RecordedStep, entries: readonly JournalEntry[]): void {
  const before = steps.at(-1)
  const { step } = next
  const isNext = before && !entries.slice(before.last + 1, next.entry).some(({ kind }) => kind === 'event')
  if (isNext && 'keys' in step && 'keys' in before.step) {
    steps[steps.length - 1] = { step: { ...before.step, keys: before.step.keys + step.keys }, entry: before.entry, last: next.last }
  } else if (isNext && 'contact' in step && 'interrupt' in before.step && !('contact' in before.step)) {
    steps[steps.length - 1] = { step: { ...step, ...before.step }, entry: before.entry, last: next.last }
  } else steps.push(next)
}

function stepOf(event: CallEvent, effects: ReadonlyMap<string, Effect>, moment: Moment): InputStep | undefined {
  const effectOf = <T extends EffectType>(type: T, id: string): EffectOf<T> | undefined => {
    const effect = effects.get(id)
    const isWanted = (one: Effect): one is EffectOf<T> => one.type === type
    return effect && isWanted(effect) ? effect : undefined
  }
  switch (event.type) {
    case 'speechFinished':
      return event.completed ? undefined : { interrupt: event.heard, ...moment }
    case 'contactSaid': {
      const { text: contact, confidence, language } = event
      const sure = confidence === 1 ? {} : { confidence }
      const other = effectOf('listen', event.effectId)?.language === language ? {} : { language }
      return { contact, ...sure, ...other, ...moment }
    }
    case 'contactSilent':
      return { silence: true, ...moment }
    case 'keyPressed':
      return { keys: event.key, ...moment }
    case 'understood':
      return event.result.engine === askedAgain ? undefined : { understood: understood(event.result) }
    case 'generated': {
      const { text, exit, tool, values, failure } = event.result
      const generated = { text, exit, tool: copied(tool), values: copied(values) }
      return { generated: failure === undefined ? generated : { ...generated, failure } }
    }
    case 'toolFinished': {
      const effect = effectOf('callTool', event.effectId)
      return effect && { tool: effect.tool, ...answered(event) }
    }
    case 'transferFinished':
      return { transfer: event.outcome }
    case 'taskFinished': {
      const effect = effectOf('startTask', event.taskId)
      return effect && { task: effect.task, ...answered(event), ...moment }
    }
    case 'outsideEvent':
      return { event: event.name, data: copied(event.data), ...moment }
    case 'machineDetected':
      return { machine: true, ...moment }
    case 'timeUp':
      return { timeUp: true, ...moment }
    case 'providerFailed':
      return { providerFails: event.stage, code: event.code, ...moment }
    case 'hungUp':
      return hungUp(event.by, effects, moment)
    default:
      return undefined
  }
}

function hungUp(by: 'contact' | 'agent' | 'system', effects: ReadonlyMap<string, Effect>, moment: Moment): InputStep | undefined {
  const wasAsked = [...effects.values()].some(({ type }) => type === 'hangUp')
  if (by === 'agent' && wasAsked) return undefined
  return { hangUp: by === 'contact' ? true : by, ...moment }
}

function answered({ outcome, result }: Extract<CallEvent, { type: 'toolFinished' | 'taskFinished' }>) {
  if (outcome === 'timeout') return { timeout: true as const }
  if (outcome === 'error') return { error: typeof result === 'string' ? result : (true as const) }
  return { result: copied(result) }
}

function understood({ intent, confidence, candidates, slots, language, closestSample }: Understanding) {
  return {
    intent,
    confidence,
    candidates: candidates.map((candidate) => ({ intent: candidate.intent, confidence: candidate.confidence })),
    slots: Object.fromEntries(slots.map(({ name, value, raw, confidence: sure }) => [name, { value, raw, confidence: sure }])),
    ...(language === undefined ? {} : { language }),
    ...(closestSample === undefined ? {} : { closestSample }),
  }
}

/** A value as a document holds it: a copy that may be changed. */
const copied = (value: unknown) => JSON.parse(JSON.stringify(value))
