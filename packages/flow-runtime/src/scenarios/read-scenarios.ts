import type * as z from 'zod'
import type { Language, UiText } from '../text.ts'
import { type Scenario, scenario } from './scenario-document.ts'
import { type StepKind, stepSchemas } from './scenario-step.ts'

/** Why a file of scenarios is not read, in the language that was asked for. */
export type ScenarioProblem = { code: 'SCENARIO_INVALID'; path: string; expected: string; message: string }
export type ScenariosRead = { ok: true; scenarios: Scenario[] } | { ok: false; problems: ScenarioProblem[] }

const listOfScenarios: UiText = { en: 'a list of scenarios, or one', fr: 'une liste de scénarios, ou un seul' }
const aStep: UiText = {
  en: `an object with one of: ${Object.keys(stepSchemas).join(', ')}`,
  fr: `un objet avec l’un de : ${Object.keys(stepSchemas).join(', ')}`,
}
const json: UiText = { en: 'JSON', fr: 'du JSON' }
const sentence: UiText = { en: '{path}: expected {expected}.', fr: '{path} : attendu : {expected}.' }
const whole: UiText = { en: 'The file', fr: 'Le fichier' }
const mostProblems = 50

/** Reads scenarios from JSON text (or a value parsed from it): a list, or a single one. Never throws. */
export function readScenarios(input: unknown, { locale = 'en' }: { locale?: Language } = {}): ScenariosRead {
  const problems: ScenarioProblem[] = []
  const report = (path: Path, expected: string) => {
    if (problems.length < mostProblems) problems.push(problem(path, expected, locale))
  }
  const value = parsed(input, () => report([], json[locale]))
  if (problems.length > 0) return { ok: false, problems }
  const isList = Array.isArray(value)
  const list: readonly unknown[] = isList ? value : [value]
  if (!isList && !isObject(value)) report([], listOfScenarios[locale])
  const scenarios = list.flatMap((one, index) => {
    const result = scenario.safeParse(one)
    if (result.success) return [result.data]
    const faults = result.error.issues.flatMap((issue) => faultsOf(one, issue, locale))
    for (const { path, expected } of faults) report(isList ? [index, ...path] : path, expected)
    return []
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenarios }
}

type Path = readonly PropertyKey[]

function parsed(input: unknown, refuse: () => void): unknown {
  if (typeof input !== 'string') return input
  try {
    return JSON.parse(input)
  } catch {
    refuse()
    return undefined
  }
}

/** A step is judged by the word it is recognised by: that no step at all looks like it would help nobody. */
function faultsOf(value: unknown, issue: z.core.$ZodIssue, locale: Language): { path: Path; expected: string }[] {
  const [field, index] = issue.path
  const steps = isObject(value) ? value.steps : undefined
  const isStep = issue.path.length === 2 && field === 'steps' && typeof index === 'number' && Array.isArray(steps)
  if (!isStep) return [{ path: issue.path, expected: expectedOf(issue, locale) }]
  const step: unknown = steps[index]
  const kind = isObject(step) ? kinds.find((name) => Object.hasOwn(step, name)) : undefined
  if (!kind) return [{ path: issue.path, expected: aStep[locale] }]
  const issues = stepSchemas[kind].safeParse(step).error?.issues ?? []
  return issues.map((inner) => ({ path: [...issue.path, ...inner.path], expected: expectedOf(inner, locale) }))
}

/** `contact` before `interrupt`, which it may have as well; `tool` before what answers it. */
const kinds: readonly StepKind[] = ['contact', 'agent', ...objectKeys(stepSchemas)]

function objectKeys<Key extends string>(object: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = []
  for (const key in object) keys.push(key)
  return keys
}

const types: Readonly<Record<string, UiText>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'an object', fr: 'un objet' },
}

function expectedOf(issue: z.core.$ZodIssue, locale: Language): string {
  if (issue.code === 'unrecognized_keys') return `${locale === 'en' ? 'nothing called' : 'rien du nom de'} ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return issue.values.map(String).join(locale === 'en' ? ' or ' : ' ou ')
  if (issue.code === 'invalid_type') return types[issue.expected]?.[locale] ?? issue.expected
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().map((one) => expectedOf(one, locale))
    return [...new Set(inner)].join(locale === 'en' ? ' or ' : ' ou ')
  }
  return issue.message
}

function problem(path: Path, expected: string, locale: Language): ScenarioProblem {
  const at = path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )
  const message = sentence[locale].replace('{path}', () => at || whole[locale]).replace('{expected}', () => expected)
  return { code: 'SCENARIO_INVALID', path: at, expected, message }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
