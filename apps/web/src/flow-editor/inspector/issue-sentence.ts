import type { SharedCatalogue } from '../../i18n/en-shared.ts'
import type { Issue } from './field-types.ts'

/** Why a value is not accepted, in the words of the studio. */
export function issueSentence({ code, origin, minimum, maximum, sentence }: Issue, t: SharedCatalogue): string {
  if (sentence !== undefined) return sentence
  if (code === 'too_small' && origin === 'number') return t.editor.valueAtLeast(Number(minimum))
  if (code === 'too_small') return t.editor.valueEmpty
  if (code === 'too_big') return t.editor.valueAtMost(Number(maximum))
  return t.editor.valueWrong
}
