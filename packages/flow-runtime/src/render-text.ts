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

/** Fills `{{ … }}` as people write it in a message: numbers, addresses and codes are not spelled out. */
export const renderWritten = (template: string, context: NodeContext): string => fill(template, context, 'text')

/** Fills `{{ … }}` with canonical values, for machines: `+33612345678`, `2026-11-24`, a choice's value. A named form is still followed. */
export function renderForUse(template: string, context: NodeContext): string {
  const scope = expressionScope(context)
  const filled = textParts(template).map((part) => {
    if ('problem' in part) return ''
    if ('words' in part) return part.words
    if (part.format !== undefined) return spokenExpression(part, scope, speakingIn(context, 'text'), context)
    const compiled = compile(context.head.variables, part.expression)
    const value = compiled.ok ? (compiled.evaluate(scope) ?? '') : ''
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
  return filled.join('').trim()
}

function fill(template: string, context: NodeContext, medium: Speaking['medium'], overlay?: Variables): string {
  const { language } = context.state
  if (isFixedText(template)) return tidyText(template, language)
  const scope = expressionScope(context, overlay)
  const speaking = speakingIn(context, medium)
  let words = ''
  for (const part of textParts(template)) {
    if ('problem' in part) continue
    words += 'words' in part ? part.words : spokenExpression(part, scope, speaking, context)
  }
  return tidyText(words, language)
}

const speakingIn = (context: NodeContext, medium: Speaking['medium']): Speaking => ({
  language: context.state.language,
  timeZone: timeZoneOf(context),
  now: context.now,
  medium,
})

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
