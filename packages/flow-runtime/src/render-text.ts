import { choiceLabel } from './choice-words.ts'
import { type ExpressionScope, expressionScope } from './expression-scope.ts'
import { compile } from './expressions.ts'
import { factType } from './fact-types.ts'
import type { NodeContext } from './node-type.ts'
import { formatFor, type SpokenFormat } from './spoken-forms/spoken-formats.ts'
import { type Speaking, spokenValue } from './spoken-forms/spoken-value.ts'
import { tidyText } from './spoken-forms/tidy-text.ts'
import { type LocalizedText, textIn } from './text.ts'
import { type ExpressionPart, isFixedText, textParts } from './text-template.ts'
import { timeZoneOf } from './time-zone-of.ts'
import type { Variables, VariableType } from './variables.ts'

/** The words a contact hears for a text of the flow, in the call's language. `overlay` stands in for variables not saved yet. */
export function renderText(text: LocalizedText, context: NodeContext, overlay?: Variables): string {
  const { head, state } = context
  const template = textIn(text, state.language, head.languages[0] ?? 'en')
  return renderTemplate(template, context, overlay)
}

/** Fills `{{ … }}` as it is said aloud; what is not known yet leaves no trace. */
export const renderTemplate = (template: string, context: NodeContext, overlay?: Variables): string =>
  fill(template, context, 'voice', overlay)

/** Fills `{{ … }}` as it is written to be read or used: telephone numbers, addresses and codes in their canonical form. */
export const renderWritten = (template: string, context: NodeContext): string => fill(template, context, 'text')

function fill(template: string, context: NodeContext, medium: Speaking['medium'], overlay?: Variables): string {
  const { state, now } = context
  const { language } = state
  if (isFixedText(template)) return medium === 'voice' ? tidyText(template, language) : template.trim()
  const scope = expressionScope(context, overlay)
  const speaking: Speaking = { language, timeZone: timeZoneOf(context), now, medium }
  let words = ''
  for (const part of textParts(template)) {
    if ('problem' in part) continue
    words += 'words' in part ? part.words : spokenExpression(part, scope, speaking, context)
  }
  return tidyText(words, language)
}

function spokenExpression(
  { expression, format }: ExpressionPart,
  scope: ExpressionScope,
  speaking: Speaking,
  { head }: NodeContext,
): string {
  const compiled = compile(head.variables, expression)
  if (!compiled.ok) return ''
  const { name, type } = compiled
  const value = compiled.evaluate(scope)
  const declared = name === undefined ? undefined : head.variables.find((variable) => variable.name === name)
  if (format === undefined && declared?.type === 'choice') {
    const label = choiceLabel(declared, value, speaking.language, head.languages[0] ?? 'en')
    if (label !== undefined) return label
  }
  return spokenValue(value, format ?? usualFormat(declared?.type ?? factType(name ?? ''), type), speaking)
}

/** By what the value is known to be, else by the type of the expression. */
function usualFormat(known: VariableType | undefined, type: string): SpokenFormat {
  if (known !== undefined) return formatFor(known)
  return type === 'double' || type === 'int' ? 'number' : 'plain'
}
