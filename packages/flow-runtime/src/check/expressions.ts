import { z } from 'zod'
import { isReservedName } from '../expression-environment.ts'
import { compile } from '../expressions.ts'
import type { Flow, FlowNode } from '../flow.ts'
import { spokenFormats } from '../spoken-forms/spoken-value.ts'
import { localizedText } from '../text.ts'
import { textParts } from '../text-template.ts'
import { nodeFields } from './fields.ts'
import type { Check, Report } from './problem.ts'

const conditions = z.array(z.object({ when: z.string() }))
const assignments = z.array(z.object({ variable: z.string(), value: z.string() }))

/** UNKNOWN_VARIABLE, EXPRESSION_INVALID, CONDITION_NOT_YES_NO, FORMAT_UNKNOWN, VARIABLE_NAME_TAKEN, CHOICES_MISSING. */
export const checkExpressions: Check = (flow, report) => {
  for (const { name, type, choices = [] } of flow.variables) {
    if (isReservedName(name)) report('VARIABLE_NAME_TAKEN', 'error', { field: 'variables', values: { name } })
    if (type === 'choice' && choices.length === 0) report('CHOICES_MISSING', 'error', { field: 'variables', values: { name } })
  }
  const names = new Set(flow.variables.map(({ name }) => name))
  for (const { node, name: field, hint, value } of nodeFields(flow)) {
    const place = { flow, node, field, report }
    const isKnown = (name: string) => {
      if (name !== '' && !names.has(name)) report('UNKNOWN_VARIABLE', 'error', { node, field, values: { name } })
    }
    switch (hint.widget) {
      case 'localizedText':
      case 'phone':
      case 'service':
      case 'textarea':
        for (const text of textsIn(value)) checkText(text, place)
        break
      case 'variable':
        if (typeof value === 'string') isKnown(value)
        break
      case 'variables':
        for (const name of z.array(z.string()).catch([]).parse(value)) isKnown(name)
        break
      case 'expression':
        if (typeof value === 'string' && value !== '') checkSource(value, false, place)
        break
      case 'conditions':
        for (const { when } of conditions.catch([]).parse(value)) checkSource(when, true, place)
        break
      case 'assignments':
        for (const { variable, value: source } of assignments.catch([]).parse(value)) {
          isKnown(variable)
          checkSource(source, false, place)
        }
        break
    }
  }
}

type Place = { flow: Flow; node: FlowNode; field: string; report: Report }

function textsIn(value: unknown): string[] {
  const parsed = localizedText.safeParse(value)
  if (!parsed.success) return []
  return typeof parsed.data === 'string' ? [parsed.data] : Object.values(parsed.data)
}

function checkText(text: string, place: Place): void {
  if (!text.includes('{{')) return
  for (const part of textParts(text)) {
    if ('words' in part) continue
    const { badFormat: name } = part
    if (name !== undefined) {
      place.report('FORMAT_UNKNOWN', 'error', { node: place.node, field: place.field, values: { name, known: spokenFormats.join(', ') } })
    }
    checkSource(part.expression, false, place)
  }
}

function checkSource(source: string, wantsYesNo: boolean, { flow, node, field, report }: Place): void {
  const compiled = compile(flow.variables, source)
  if (!compiled.ok) {
    const { kind, name, message } = compiled.problem
    if (kind === 'unknownName') report('UNKNOWN_VARIABLE', 'error', { node, field, values: { name } })
    else report('EXPRESSION_INVALID', 'error', { node, field, values: { source, reason: message, at: name || source } })
  } else if (wantsYesNo && compiled.type !== 'bool' && compiled.type !== 'dyn') {
    report('CONDITION_NOT_YES_NO', 'error', { node, field, values: { source } })
  }
}
