import { type Flow, flow as flowSchema } from '../flow.ts'
import type { Language, UiText } from '../text.ts'
import { foundWords, kindWords, oneOf, same } from './expected-words.ts'
import { fieldProblems } from './field-problems.ts'
import { flowBodies } from './flow-bodies.ts'
import { inspectValue } from './inspect-value.ts'
import { isObject } from './is-object.ts'
import { jsonFault } from './json-fault.ts'
import { keepUnknown } from './keep-unknown.ts'
import { readLimits } from './limits.ts'
import { currentVersion, migrate } from './migrations/migrate.ts'
import type { Document } from './migrations/migration.ts'
import { type ReadProblem, type ReadReport, readReporter } from './read-problem.ts'
import { referenceProblems } from './reference-problems.ts'
import { schemaProblems } from './schema-problems.ts'
import { structureProblems } from './structure-problems.ts'
import { setAsideUnknown, withUnknown } from './unknown-nodes.ts'

type ReadOptions = { strict?: boolean; unknownNodes?: 'refused' | 'kept'; locale?: Language }

export type ReadResult =
  | { ok: true; flow: Flow /** Names of the migrations that were run. */; migrated: string[] }
  | { ok: false; problems: ReadProblem[] }

/**
 * The one entrance for a stored or uploaded flow: JSON text, or a value that was parsed from it. Never throws, executes
 * nothing and leaves the input as it is. Older schema versions are migrated; paths of problems are those after that.
 *
 * `strict` (files, imports, the API): everything that is not as it should be is a problem, unknown names included.
 * Otherwise (a stored draft, which must open): only what no flow can hold is; unknown fields are kept in the flow, and
 * what a name means is left to the checker. With `unknownNodes: 'kept'` (drafts) nodes of types that this release does not have stay
 * too, as they are; the checker stops their publish. At most `readLimits.problems` problems, in the language of `locale`.
 */
export function readFlow(input: unknown, { strict = false, unknownNodes = 'refused', locale = 'en' }: ReadOptions = {}): ReadResult {
  const problems: ReadProblem[] = []
  const report = readReporter(problems, locale)
  const value = valueIn(input, report)
  if (problems.length === 0) inspectValue(value, strict, report)
  const document = problems.length === 0 ? documentOf(value, report) : undefined
  if (!document) return { ok: false, problems }

  const { migrated } = document
  const aside = unknownNodes === 'kept' ? setAsideUnknown(document.document) : undefined
  const current = aside?.document ?? document.document
  if (!fieldProblems(flowSchema, current, strict, report)) return { ok: false, problems }
  const parsed = flowSchema.safeParse(current)
  if (!parsed.success) {
    schemaProblems(parsed.error.issues, current, report)
    return { ok: false, problems }
  }
  if (strict) {
    for (const { body, path } of flowBodies(parsed.data)) {
      structureProblems(body, path, report)
      referenceProblems(body, path, report)
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const flow = keepUnknown(parsed.data, current)
  return { ok: true, flow: aside ? withUnknown(flow, aside.unknown) : flow, migrated }
}

/** EMPTY, NOT_JSON, TOO_LARGE. A text that is too large is not parsed. */
function valueIn(input: unknown, report: ReadReport): unknown {
  if (typeof input !== 'string') return input
  if (input.length > readLimits.characters) {
    report('TOO_LARGE', [], { expected: atMost(readLimits.characters, 'characters', 'caractères'), found: same(String(input.length)) })
    return undefined
  }
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  if (text.trim() === '') {
    report('EMPTY', [], { expected: kindWords('object'), found: foundWords(undefined) })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const fault = jsonFault(text)
    if (!fault) throw error
    report('NOT_JSON', [], fault)
    return undefined
  }
}

/** NOT_AN_OBJECT, VERSION_UNKNOWN, VERSION_NEWER, TOO_LARGE; otherwise the document in today's form. */
function documentOf(value: unknown, report: ReadReport): { document: Document; migrated: string[] } | undefined {
  if (!isObject(value)) {
    report('NOT_AN_OBJECT', [], { expected: kindWords('object'), found: foundWords(value) })
    return undefined
  }
  const { schemaVersion: version } = value
  const isNewer = typeof version === 'number' && version > currentVersion
  if (isNewer || typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    const expected = oneOf(Array.from({ length: currentVersion + 1 }, (_, index) => String(index)))
    report(isNewer ? 'VERSION_NEWER' : 'VERSION_UNKNOWN', ['schemaVersion'], { expected, found: foundWords(version) })
    return undefined
  }
  const migrated = migrate(value, version)
  return isSmallEnough(migrated.document, report) ? migrated : undefined
}

function isSmallEnough(document: Document, report: ReadReport): boolean {
  const bodies = [document, ...(isObject(document.subflows) ? Object.values(document.subflows).filter(isObject) : [])]
  for (const [group, en, fr] of [
    ['nodes', 'nodes', 'nœuds'],
    ['edges', 'connections', 'liens'],
  ] as const) {
    const count = bodies.reduce((sum, body) => sum + (Array.isArray(body[group]) ? body[group].length : 0), 0)
    if (count <= readLimits[group]) continue
    report('TOO_LARGE', [group], { expected: atMost(readLimits[group], en, fr), found: same(String(count)) })
    return false
  }
  return true
}

const atMost = (count: number, en: string, fr: string): UiText => ({ en: `at most ${count} ${en}`, fr: `au plus ${count} ${fr}` })
