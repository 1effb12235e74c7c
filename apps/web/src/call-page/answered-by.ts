import type { JournalEntry } from '@parley/flow-runtime'
import { z } from 'zod'
import type { SharedCatalogue } from '../i18n/en-shared.ts'

const answerers = { ANSWERED_BY_HUMAN: 'human', ANSWERED_BY_MACHINE: 'machine', ANSWERED_BY_UNSURE: 'unsure' } as const
const codes: Record<string, (typeof answerers)[keyof typeof answerers] | undefined> = answerers

/** What the worker notes beside the verdict; phrases by their ids. */
const evidence = z.object({
  reason: z.enum(['shortGreeting', 'longGreeting', 'phrase', 'beep', 'carrier', 'timeUp']),
  greetingMs: z.number(),
  phrases: z.array(z.string()),
  beep: z.object({ hz: z.number(), ms: z.number() }).optional(),
})

/** Who answered a call, and by what that was known, in plain words; undefined when nobody listened for it. The last verdict counts. */
export function answeredBy(
  entries: readonly JournalEntry[],
  t: SharedCatalogue,
  locale: string,
): { who: string; why?: string } | undefined {
  const note = entries.findLast((entry) => entry.kind === 'note' && codes[entry.code] !== undefined)
  const who = note?.kind === 'note' ? codes[note.code] : undefined
  if (note?.kind !== 'note' || !who) return undefined
  return { who: t.callPage.answerers[who], why: whyOf(note.detail, t, locale) }
}

function whyOf(detail: string | undefined, t: SharedCatalogue, locale: string): string | undefined {
  const read = z.string().transform(parsed).pipe(evidence).safeParse(detail)
  if (!read.success) return undefined
  const { reason, greetingMs, phrases, beep } = read.data
  const seconds = (ms: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1_000)
  const { answererWhy } = t.callPage
  if (reason === 'timeUp' || reason === 'carrier') return answererWhy[reason]
  if (reason === 'beep') return beep && answererWhy.beep(beep.hz, seconds(beep.ms))
  if (reason !== 'phrase') return answererWhy[reason](seconds(greetingMs))
  const said: Record<string, string | undefined> = t.callPage.answererSaid
  return answererWhy.phrase(phrases.flatMap((id) => said[id] ?? []).join(', '))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
