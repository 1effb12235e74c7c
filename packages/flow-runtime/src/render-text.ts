import { expressionScope } from './expression-scope.ts'
import { compile } from './expressions.ts'
import type { NodeContext } from './node-type.ts'
import { formatFor, spokenValue } from './spoken-forms/spoken-value.ts'
import { type LocalizedText, textIn } from './text.ts'
import { isFixedText, textParts } from './text-template.ts'
import { timeZoneOf } from './time-zone-of.ts'
import type { Variables } from './variables.ts'

/** The words a contact hears for a text of the flow, in the call's language. `overlay` stands in for variables not saved yet. */
export function renderText(text: LocalizedText, context: NodeContext, overlay?: Variables): string {
  const { head, state } = context
  const template = textIn(text, state.language, head.languages[0] ?? 'en')
  return renderTemplate(template, context, overlay)
}

/** Fills `{{ … }}` as it is written to be read. */
export function renderWritten(template: string, context: NodeContext): string {
  return fill(template, context, (type) => (type === 'phone' ? 'plain' : formatFor(type)))
}

/** Fills `{{ … }}` with canonical values, for machines: `+33612345678`, `2026-11-24`. */
export function renderForUse(template: string, context: NodeContext): string {
  return fill(template, context, () => 'plain')
}

/** Fills `{{ … }}`; what is not known yet leaves no trace. */
export function renderTemplate(template: string, context: NodeContext, overlay?: Variables): string {
  return fill(template, context, formatFor, overlay)
}

function fill(template: string, context: NodeContext, usual: typeof formatFor, overlay?: Variables): string {
  if (isFixedText(template)) return template.trim()
  const { head, state } = context
  const scope = expressionScope(context, overlay)
  const timeZone = timeZoneOf(context)
  const words = textParts(template).map((part) => {
    if ('words' in part) return part.words
    const compiled = compile(head.variables, part.expression)
    if (!compiled.ok) return ''
    const declared = head.variables.find(({ name }) => name === compiled.variable)
    return spokenValue(compiled.evaluate(scope), part.format ?? usual(declared?.type), state.language, timeZone)
  })
  return words
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim()
}
