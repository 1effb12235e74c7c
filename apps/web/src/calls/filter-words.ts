import type { CallChoices } from '@parley/db'
import type { Catalogue } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import { failureSentence } from './failure-sentence.ts'
import type { CallFilter, WantedCalls } from './wanted-calls.ts'

type Words = { [Name in CallFilter]: (value: NonNullable<WantedCalls[Name]>) => string }

/** What the chip of a filter says; undefined where the filter is not set. */
export function filterWords(
  t: Catalogue,
  locale: Locale,
  choices: CallChoices | undefined,
  wanted: WantedCalls,
  name: CallFilter,
): string | undefined {
  const { words } = t.callList
  const day = (value: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
  const versions = choices?.flows.flatMap((flow) => flow.versions)
  const say: Words = {
    flow: (id) => choices?.flows.find((flow) => flow.id === id)?.name ?? t.callList.filters.flow,
    version: (id) => {
      const number = versions?.find((version) => version.id === id)?.number
      return number === undefined ? t.callList.filters.version : words.version(number)
    },
    outcome: (outcomes) => outcomes.map((outcome) => t.calls.outcomes[outcome]).join(', '),
    channel: (channel) => t.callPage.channels[channel],
    period: (period) => words.lastPeriod[period],
    from: (value) => words.from(day(value)),
    until: (value) => words.until(day(value)),
    min: words.min,
    max: words.max,
    recording: (value) => words.recording[value],
    booked: () => words.booked,
    drafts: () => words.drafts,
    failure: (code) => failureSentence(t, code),
    slow: words.slow,
  }
  const of = <Name extends CallFilter>(filter: Name) => {
    const value = wanted[filter]
    return value === undefined ? undefined : say[filter](value)
  }
  return of(name)
}
