import type { CallOutcome } from '../call-outcomes.ts'
import type { Effect, EffectOf } from '../effects.ts'
import type { CallFacts } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { JournalEntry } from '../journal.ts'
import type { Language } from '../text.ts'
import { blockedBy, failureSentence } from './failure.ts'
import { outcomeOf, spokenIn, standingAfter } from './journal-parts.ts'
import { journalPath } from './journal-path.ts'
import { journalSteps } from './journal-steps.ts'
import { liveEvents } from './live-events.ts'
import { momentOf, startMark } from './moment.ts'
import { performStep } from './perform-step.ts'
import { type PlayedCall, playCall } from './played-call.ts'
import { recordedAnswers } from './recorded-answers.ts'
import type { InputStep } from './scenario-step.ts'
import { settle, type World } from './settle.ts'
import { stepWords } from './step-words.ts'
import { wordsBegin } from './words.ts'

/** Where a call stood and what the agent said on the way there. */
export type Passage = { node: string; words: string }
export type Backtest = {
  /** The call goes through the same nodes to the same end. Other words of the agent alone make no difference. */
  same: boolean
  /** `turn` 0 is the beginning, before the caller did anything; `contactSaid` what the caller said or did at that turn. */
  firstDifference?: { turn: number; contactSaid: string; before: Passage; after: Passage }
  /** Why the call could not be replayed to its end: something it asks that the past call has no answer to. */
  stopped?: string
  path: { before: readonly string[]; after: readonly string[] }
  outcome: { before: CallOutcome | null; after: CallOutcome | null }
}
export type BacktestOptions = Pick<World, 'understand'> & { locale?: Language }

type Turn = { step: InputStep | undefined; entries: readonly JournalEntry[] }
type AnswerStep = Extract<InputStep, { tool: unknown } | { transfer: unknown } | { understood: unknown } | { generated: unknown }>

/**
 * Replays what the caller of a past call said and did through a flow, usually another version of the one that was called, and shows
 * where the call would have gone another way. Tools, models and transfers answer as they did then, and so does understanding where
 * it is asked the very same. undefined for a journal without the start of a call.
 */
export async function backtest(
  flow: Flow,
  entries: readonly JournalEntry[],
  { understand, locale = 'en' }: BacktestOptions,
): Promise<Backtest | undefined> {
  const started = entries.find((entry) => entry.kind === 'event')
  if (started?.kind !== 'event' || started.event.type !== 'callStarted') return undefined
  const { facts, at } = started.event
  const before = recordedTurns(entries)
  const world = recordedAnswers(entries, understand)
  const { call, turns: after } = await replayedTurns(flow, { facts, startedAt: at }, before, world)
  const path = { before: journalPath(entries), after: journalPath(call.entries) }
  const outcome = { before: outcomeOf(entries), after: outcomeOf(call.entries) }
  const turn = firstOther(before, after, outcome.before === outcome.after)
  if (turn === undefined) return { same: true, path, outcome }
  const step = before[turn]?.step ?? after[turn]?.step
  const result: Backtest = {
    same: false,
    firstDifference: {
      turn,
      contactSaid: step && 'contact' in step ? step.contact : step ? stepWords(step, locale) : '',
      before: passage(before, turn),
      after: passage(after, turn),
    },
    path,
    outcome,
  }
  const blocked = blockedBy(call)
  if (blocked) result.stopped = failureSentence(blocked, call, { last: after.at(-1)?.step, locale })
  return result
}

function passage(turns: readonly Turn[], turn: number): Passage {
  const there = turns[turn]
  const node = standingAfter(turns.slice(0, turn + 1).flatMap(({ entries }) => entries)) ?? ''
  return { node, words: there ? spokenIn(there.entries) : '' }
}

function firstOther(before: readonly Turn[], after: readonly Turn[], endsAlike: boolean): number | undefined {
  const count = Math.max(before.length, after.length)
  for (let turn = 0; turn < count; turn += 1) {
    const [one, other] = [before[turn], after[turn]]
    if (!one || !other) return turn
    if (journalPath(one.entries).join('\n') !== journalPath(other.entries).join('\n')) return turn
  }
  return endsAlike ? undefined : count - 1
}

const isAnswer = (step: InputStep): step is AnswerStep =>
  'tool' in step || 'transfer' in step || 'understood' in step || 'generated' in step
/** A cut speech begins no turn: the words that follow it do. */
const beginsTurn = (step: InputStep): boolean => !isAnswer(step) && ('contact' in step || !('interrupt' in step))

function recordedTurns(entries: readonly JournalEntry[]): (Turn & { cuts: readonly InputStep[] })[] {
  const live = liveEvents(entries)
  const recorded = journalSteps(
    entries,
    (entry) => live.has(entry),
    (step) => !isAnswer(step),
  )
  const steps = recorded.map(({ step, entry }) => ({ step: anyWords(step), entry }))
  const starts = [{ step: undefined, entry: 0 }, ...steps.filter(({ step }) => beginsTurn(step))]
  return starts.map(({ step, entry }, index) => {
    const to = starts[index + 1]?.entry ?? entries.length
    const cuts = steps.filter((cut) => !beginsTurn(cut.step) && cut.entry > entry && cut.entry < to)
    return { step, entries: entries.slice(entry, to), cuts: cuts.map((cut) => cut.step) }
  })
}

async function replayedTurns(
  flow: Flow,
  start: { facts: CallFacts; startedAt: number },
  recorded: ReturnType<typeof recordedTurns>,
  world: World,
): Promise<{ call: PlayedCall; turns: Turn[] }> {
  const call = playCall(flow, start)
  const begins: { step: InputStep | undefined; entry: number }[] = [{ step: undefined, entry: 0 }]
  let mark = startMark
  const happens = async (step: InputStep): Promise<{ entry: number; isDone: boolean }> => {
    const isMoment = momentOf(call, step, mark)
    const settled = await settle(call, world, isMoment)
    const entry = call.entries.length
    const done = performStep(call, fitting(call, step, isMoment), mark)
    mark = done.mark
    return { entry, isDone: settled && done.failure === undefined }
  }
  for (const { step, cuts } of recorded) {
    if (step) {
      const { entry, isDone } = await happens(step)
      if (!isDone) break
      begins.push({ step, entry })
    }
    for (const cut of cuts) await happens(cut)
  }
  await settle(call, world, () => false)
  const turns = begins.map(({ step, entry }, index) => ({ step, entries: call.entries.slice(entry, begins[index + 1]?.entry) }))
  return { call, turns }
}

/** A speech of the node is cut also where its words are other ones by now. */
const anyWords = (step: InputStep): InputStep => ('interrupt' in step && step.during !== undefined ? { ...step, nth: step.nth ?? 1 } : step)

/** The step with as many words heard where they are other ones, and without an interruption where there is nothing to interrupt. */
function fitting(call: PlayedCall, step: InputStep, isMoment: (effect: Effect) => boolean): InputStep {
  if (!('interrupt' in step) || step.interrupt === undefined) return step
  const heard = step.interrupt
  const speech = call.state().awaiting.find((effect): effect is EffectOf<'say'> => effect.type === 'say' && isMoment(effect))
  if (speech) return wordsBegin(speech.text, heard) ? step : { ...step, interrupt: speech.text.slice(0, heard.length) }
  if (!('contact' in step)) return step
  const { interrupt: _, ...plain } = step
  return plain
}
