import { expressionReasons } from '../../expression-reasons.ts'
import { compile } from '../../expressions.ts'
import { spokenFormats } from '../../spoken-forms/spoken-formats.ts'
import { templateProblems, textParts } from '../../text-template.ts'
import type { VariableDeclaration } from '../../variables.ts'
import { typeNames } from '../catalogue/type-names.ts'
import { parsed } from '../expressions/parsed.ts'
import { type NodeField, names, records } from '../fields.ts'
import type { Finding } from '../finding.ts'
import type { Surroundings } from '../surroundings.ts'
import type { NodeCheck } from './own-problems.ts'
import { fitsFormat } from './value-types.ts'

/** UNKNOWN_VARIABLE, EXPRESSION_INVALID, CONDITION_NOT_YES_NO, TEMPLATE_BROKEN, FORMAT_UNKNOWN, FORMAT_WRONG_TYPE. */
export const checkValues: NodeCheck = ({ fields }, surroundings, report) => {
  for (const place of fields) {
    const { field, hint, value } = place
    const source = (text: unknown, isCondition: boolean) => {
      if (typeof text === 'string') checkSource(text, isCondition, place, surroundings, report)
    }
    switch (hint.widget) {
      case 'localizedText':
      case 'phone':
      case 'service':
      case 'textarea':
        for (const { text } of place.texts) checkText(text, place, surroundings, report)
        break
      case 'variable':
        if (typeof value === 'string') checkName(value, field, surroundings, report)
        break
      case 'variables':
        for (const name of names(value)) checkName(name, field, surroundings, report)
        break
      case 'expression':
        // An empty one is missing, or means nothing.
        if (typeof value === 'string' && value.trim() !== '') source(value, hint.condition ?? false)
        break
      case 'conditions':
        for (const { when } of records(value)) source(when, true)
        break
      case 'assignments':
        for (const { variable, value: text } of records(value)) {
          if (typeof variable === 'string') checkName(variable, field, surroundings, report)
          source(text, false)
        }
        break
    }
  }
}

type Report = (finding: Finding) => void

function checkName(name: string, field: string, { flow, numberOf }: Surroundings, report: Report): void {
  if (name !== '' && !numberOf.has(name)) report({ code: 'UNKNOWN_VARIABLE', field, values: { name }, fix: declared(name, flow.variables) })
}

function declared(name: string, variables: readonly VariableDeclaration[]): Finding['fix'] {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return undefined
  const operation = { type: 'setVariables' as const, variables: [...variables, { name, type: 'text' as const, pii: false }] }
  return { code: 'addVariable', values: { name }, operation }
}

function checkText(text: string, place: NodeField, surroundings: Surroundings, report: Report): void {
  const { field } = place
  if (!text.includes('{{') && !text.includes('}}')) return
  for (const { kind, words } of templateProblems(text)) {
    if (kind === 'unknownFormat') report({ code: 'FORMAT_UNKNOWN', field, values: { name: words, known: spokenFormats.join(', ') } })
    else report({ code: 'TEMPLATE_BROKEN', field, values: { words } })
  }
  for (const part of textParts(text)) {
    if (!('expression' in part)) continue
    const { expression, format } = part
    checkSource(expression, false, place, surroundings, report)
    const tree = format === undefined ? undefined : parsed(expression)
    const variable = tree?.op === 'id' ? surroundings.flow.variables.find(({ name }) => name === tree.args) : undefined
    if (format !== undefined && variable && !fitsFormat(variable.type, format)) {
      report({
        code: 'FORMAT_WRONG_TYPE',
        field,
        values: { name: variable.name, format, type: typeNames[variable.type][surroundings.locale] },
      })
    }
  }
}

function checkSource(
  source: string,
  isCondition: boolean,
  { field, hint }: NodeField,
  { flow, locale }: Surroundings,
  report: Report,
): void {
  const compiled = compile(flow.variables, source, hint.sees)
  if (!compiled.ok) {
    const { kind, name, reason } = compiled.problem
    if (kind === 'unknownName') report({ code: 'UNKNOWN_VARIABLE', field, values: { name }, fix: declared(name, flow.variables) })
    else report({ code: 'EXPRESSION_INVALID', field, values: { source, reason: expressionReasons[reason][locale], at: name || source } })
  } else if (isCondition && compiled.type !== 'bool' && compiled.type !== 'dyn') {
    report({ code: 'CONDITION_NOT_YES_NO', field, values: { source } })
  }
}
