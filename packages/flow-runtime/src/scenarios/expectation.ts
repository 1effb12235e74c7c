import type { Effect } from '../effects.ts'
import type { Failure } from './failure.ts'
import { holds, otherValue } from './holds.ts'
import type { Mark } from './moment.ts'
import type { PlayedCall } from './played-call.ts'
import type { Expectation, Expected } from './scenario-step.ts'
import { shown, shownNode, shownValue } from './shown.ts'
import { wordsContain } from './words.ts'

/** The first thing expected of the agent since a mark that does not hold. */
export function unmet(call: PlayedCall, since: Mark, expected: Expected): Failure | undefined {
  if (typeof expected === 'string') return otherWords(call, since, [expected])
  if (Array.isArray(expected)) return otherWords(call, since, expected)
  const { text = [], node, through = [], variables = {}, effects = [], language } = expected
  return (
    otherWords(call, since, typeof text === 'string' ? [text] : text) ??
    otherNode(call, node) ??
    notPassed(call, since, through) ??
    otherVariable(call, variables) ??
    missingEffect(call, since, effects) ??
    otherLanguage(call, language)
  )
}

function otherWords(call: PlayedCall, since: Mark, wanted: readonly string[]): Failure | undefined {
  const said = effectsSince(call, since)
    .flatMap((effect) => (effect.type === 'say' ? [effect.text] : []))
    .join(' ')
  const missing = wanted.find((words) => !wordsContain(said, words))
  if (missing === undefined) return undefined
  return {
    code: said === '' ? 'AGENT_SILENT' : 'TEXT_NOT_SAID',
    values: (locale) => ({ said: shown(said, locale), wanted: shown(missing, locale) }),
  }
}

function otherNode(call: PlayedCall, wanted: string | undefined): Failure | undefined {
  if (wanted === undefined || call.state().at === wanted) return undefined
  return { code: 'OTHER_NODE', values: (locale) => ({ wanted: shownNode(call.flow, wanted, locale) }) }
}

function notPassed(call: PlayedCall, since: Mark, wanted: readonly string[]): Failure | undefined {
  const passed = call.state().path.slice(Math.max(0, since.path - 1))
  const missing = wanted.find((id) => !passed.includes(id))
  if (missing === undefined) return undefined
  return {
    code: 'NODE_NOT_PASSED',
    values: (locale) => ({ wanted: shownNode(call.flow, missing, locale), path: passed.join(' → ') }),
  }
}

function otherVariable(call: PlayedCall, wanted: NonNullable<Expectation['variables']>): Failure | undefined {
  const other = otherValue(wanted, call.state().variables)
  if (!other) return undefined
  const { name } = other
  return {
    code: 'OTHER_VALUE',
    values: (locale) => ({ name, found: shownValue(other.found, locale), wanted: shownValue(other.wanted, locale) }),
  }
}

function missingEffect(call: PlayedCall, since: Mark, wanted: NonNullable<Expectation['effects']>): Failure | undefined {
  const done = effectsSince(call, since)
  const isDone = (effect: (typeof wanted)[number]) => done.some((one) => holds(typeof effect === 'string' ? { type: effect } : effect, one))
  const missing = wanted.find((effect) => !isDone(effect))
  if (missing === undefined) return undefined
  const values = {
    wanted: typeof missing === 'string' ? missing : JSON.stringify(missing),
    found: done.map(({ type }) => type).join(', ') || '–',
  }
  return { code: 'EFFECT_MISSING', values: () => values }
}

function otherLanguage(call: PlayedCall, wanted: Expectation['language']): Failure | undefined {
  const { language } = call.state()
  return wanted === undefined || wanted === language ? undefined : { code: 'OTHER_LANGUAGE', values: () => ({ found: language, wanted }) }
}

const effectsSince = (call: PlayedCall, since: Mark): readonly Effect[] => call.effects.slice(since.effects)
