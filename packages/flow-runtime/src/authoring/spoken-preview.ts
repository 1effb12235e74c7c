import type { FlowHead } from '../flow-head.ts'
import { firstState } from '../interpreter/first-state.ts'
import { renderTemplate } from '../render-text.ts'
import { tidyText } from '../spoken-forms/tidy-text.ts'
import type { Language } from '../text.ts'
import { isFixedText } from '../text-template.ts'
import type { Json } from '../variables.ts'
import { zonedParts } from '../zoned-parts.ts'
import { exampleOf } from './example-of.ts'

/**
 * What a caller would hear of a text, with an example for every variable and a caller of whom everything is known.
 * @param now epoch milliseconds
 */
export function spokenPreview(head: FlowHead, text: string, language: Language, now: number): string {
  // Cards ask for many texts at once; most have nothing to fill in.
  if (isFixedText(text)) return tidyText(text, language)
  const { timeZone } = head.settings
  const today = zonedParts(now, timeZone).date
  const example = (type: 'personName' | 'phone' | 'email') => String(exampleOf({ type }, language, today))
  const contact = { name: example('personName'), phone: example('phone'), email: example('email'), language, fields: {} }
  const facts = { callId: 'preview', direction: 'inbound', channel: 'phone', timeZone, language, contact } as const
  const state = firstState(head, 'preview', { type: 'callStarted', at: now, facts })
  const variables: Record<string, Json> = {}
  for (const variable of head.variables) variables[variable.name] = exampleOf(variable, language, today)
  return renderTemplate(text, { nodeId: 'preview', head, now, state: { ...state, language, turns: 1, variables } })
}
