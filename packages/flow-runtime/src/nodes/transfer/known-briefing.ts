import type { NodeContext } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { renderTemplate } from '../../render-text.ts'

/** What a colleague is told of a call whose author wrote nothing: who calls, and every variable that has a value. */
export function knownBriefing(context: NodeContext): string {
  const { head, state } = context
  const known = head.variables.flatMap(({ name, label = name, type }) => {
    const value = type === 'list' || type === 'object' ? '' : renderTemplate(`{{ ${name} }}`, context)
    return value === '' ? [] : [[label, value] as const]
  })
  return phrases[state.language].briefing(renderTemplate('{{ contact.name }}', context), known)
}
