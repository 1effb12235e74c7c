import * as z from 'zod'
import { foundWords, oneOf } from './expected-words.ts'
import { isObject } from './is-object.ts'
import type { ReadReport } from './read-problem.ts'
import { type Schema, schemaPlan } from './schema-plan.ts'
import { schemaProblems } from './schema-problems.ts'

/**
 * Looks at a value field by field and ends when no more problems are wanted, where Zod would first collect a million.
 * FIELD_UNKNOWN for names that a schema does not have: of objects when `strict` (Zod leaves them out), of records, such
 * as languages, always (Zod refuses them). Everything is read off the schemas: a new node type is known here at once.
 * What concerns several fields is left to the whole schema. False when it ended early.
 */
export function fieldProblems(schema: Schema, document: unknown, strict: boolean, report: ReadReport): boolean {
  const path: (string | number)[] = []
  const inside = (step: string | number, next: Schema, value: unknown): boolean => {
    path.push(step)
    const goOn = visit(next, value)
    path.pop()
    return goOn
  }
  const unknownName = (name: string, known: readonly string[]) =>
    report('FIELD_UNKNOWN', [...path, name], { expected: oneOf(known), found: foundWords(name), meant: { word: name, known } })

  const visit = (next: Schema, value: unknown): boolean => {
    // Whether a value may be missing is what the schema around its plan says.
    const plan = value === undefined || value === null ? undefined : schemaPlan(next)
    if (plan?.kind === 'union') {
      const option = plan.optionFor(value)
      if (option) return visit(option, value)
    } else if (plan?.kind === 'list' && Array.isArray(value)) {
      return value.every((item, index) => inside(index, plan.item, item))
    } else if (plan?.kind === 'record' && isObject(value)) {
      const { known } = plan
      return Object.keys(value).every((name) =>
        known && !known.includes(name) ? unknownName(name, known) : inside(name, plan.value, value[name]),
      )
    } else if (plan?.kind === 'object' && isObject(value)) {
      const { fields, known, isOpen } = plan
      const unknown = strict && !isOpen ? Object.keys(value).filter((name) => !known.includes(name)) : []
      return fields.every(([name, field]) => inside(name, field, value[name])) && unknown.every((name) => unknownName(name, known))
    }
    const checked = z.safeParse(next, value)
    return checked.success || schemaProblems(checked.error.issues, document, report, path)
  }
  return visit(schema, document)
}
