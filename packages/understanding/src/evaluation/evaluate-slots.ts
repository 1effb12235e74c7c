import type { SlotRequest } from '@parley/flow-runtime'
import type { UnderstandingEngine } from '../engine.ts'
import type { SlotEvaluationData } from './evaluation-data.ts'
import { mean, quantile } from './statistics.ts'

const kinds = ['date', 'time', 'number'] as const
type Kind = (typeof kinds)[number]

export type SlotMiss = { kind: Kind; expected: string; found: string | null; text: string }
export type SlotFigures = {
  /** Of dates and times together: how many of those said were understood. */
  dateTimeRecall: number
  numberRecall: number
  byKind: Readonly<Record<Kind, { right: number; total: number }>>
  /** Mean of the recalls of the three kinds. */
  macro: number
  /** Values found in turns that inform of none of their kind. */
  invented: number
  utteranceMsP50: number
  utteranceMsP99: number
  misses: readonly SlotMiss[]
}

/** The last words of slot names that hold a kind of value (`appointment_date`, `number_of_seats`). */
const kindOfSlot: readonly [RegExp, Kind][] = [
  [/time$/, 'time'],
  [/date$/, 'date'],
  [/^number/, 'number'],
]
const slots: readonly SlotRequest[] = kinds.map((kind) => ({ name: kind, type: kind }))
/** 1 March 2019, ten in the morning. */
const moment = { language: 'en', timeZone: 'America/Los_Angeles', now: Date.UTC(2019, 2, 1, 18), intents: [], slots } as const

/**
 * How well and how fast an engine extracts values: the user turns of dialogues whose acts inform of a date, time or number, where the one
 * value chosen must equal the canonical one. "Don't care" is left out.
 */
export async function evaluateSlots(engine: UnderstandingEngine, { dialogues }: SlotEvaluationData): Promise<SlotFigures> {
  const byKind: Record<Kind, { right: number; total: number }> = {
    date: { right: 0, total: 0 },
    time: { right: 0, total: 0 },
    number: { right: 0, total: 0 },
  }
  const misses: SlotMiss[] = []
  const utteranceMs: number[] = []
  let invented = 0

  for (const { text, acts } of dialogues.flatMap(({ turns }) => turns).filter(({ speaker }) => speaker === 'user')) {
    const startedAt = performance.now()
    const answer = await engine.understand({ ...moment, text })
    utteranceMs.push(performance.now() - startedAt)
    for (const kind of kinds) {
      const expected = expectedOf(kind, acts)
      const value = answer.slots.find(({ name }) => name === kind)?.value
      const found = value === undefined ? null : String(value)
      if (expected === undefined) {
        if (found !== null && !mentions(kind, acts)) invented++
        continue
      }
      byKind[kind].total++
      if (found === expected) byKind[kind].right++
      else misses.push({ kind, expected, found, text })
    }
  }
  const recall = (...of: readonly Kind[]) => {
    const total = of.reduce((sum, kind) => sum + byKind[kind].total, 0)
    return of.reduce((sum, kind) => sum + byKind[kind].right, 0) / Math.max(1, total)
  }
  return {
    dateTimeRecall: recall('date', 'time'),
    numberRecall: recall('number'),
    byKind,
    macro: mean(kinds.map((kind) => recall(kind))),
    invented,
    utteranceMsP50: quantile(utteranceMs, 0.5),
    utteranceMsP99: quantile(utteranceMs, 0.99),
    misses,
  }
}

type Act = SlotEvaluationData['dialogues'][number]['turns'][number]['acts'][number]

function informing(kind: Kind, acts: readonly Act[]): readonly Act[] {
  return acts.filter(({ act, slot }) => act === 'INFORM' && kindOfSlot.find(([pattern]) => pattern.test(slot))?.[1] === kind)
}

const mentions = (kind: Kind, acts: readonly Act[]) => informing(kind, acts).length > 0

function expectedOf(kind: Kind, acts: readonly Act[]): string | undefined {
  return informing(kind, acts)
    .map(({ values }) => values[0])
    .find((value) => value !== undefined && value !== 'dontcare')
}
