import type { Flow } from '../flow.ts'
import type { CallState } from '../state.ts'
import type { Language } from '../text.ts'

/** Words fewer than this are no reason to change the language: "okay" is said in many. */
const fewestWords = 2

/** The language to follow the contact into; undefined when the call stays in its own. At most once a turn. */
export function languageToFollow(root: Flow, state: CallState, heard: Language | undefined, text: string): Language | undefined {
  if (heard === undefined || heard === state.language || !root.settings.followLanguage) return undefined
  if (!root.languages.includes(heard) || state.followedAt === state.turns) return undefined
  return text.trim().split(/\s+/).length >= fewestWords ? heard : undefined
}
