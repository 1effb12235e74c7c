import type { Language } from '../../text.ts'
import { languageNames } from '../catalogue/language-names.ts'
import { fieldLabel, type NodeField } from '../fields.ts'
import type { NodeCheck } from './own-problems.ts'
import { secondsToSay } from './seconds-to-say.ts'

/** Longer than callers listen, in seconds. */
export const longestPromptSeconds = 20

/** TEXT_MISSING (an error in the first language, where the text is needed; a warning in the others), PROMPT_TOO_LONG. */
export const checkTexts: NodeCheck = ({ fields }, { flow, first, locale }, report) => {
  for (const place of fields) {
    const { field, hint, texts } = place
    if (hint.widget !== 'localizedText') continue
    for (const language of missingLanguages(place, flow.languages)) {
      const severity = language === first ? 'error' : 'warning'
      report({
        code: 'TEXT_MISSING',
        severity,
        field,
        values: { language: languageNames[language][locale], label: fieldLabel(place, locale) },
      })
    }
    for (const { text } of texts) {
      const seconds = text.length > longestPromptSeconds ? secondsToSay(text) : 0
      if (seconds <= longestPromptSeconds) continue
      report({ code: 'PROMPT_TOO_LONG', field, values: { label: fieldLabel(place, locale), seconds: String(Math.round(seconds)) } })
      break
    }
  }
}

/** A text that is written in one language, or required, is needed in all. */
function missingLanguages({ hint, texts }: NodeField, languages: readonly Language[]): Language[] {
  const isWritten = (language: Language) => texts.some((written) => written.language === language && written.text.trim() !== '')
  if (!hint.required && !languages.some(isWritten)) return []
  return languages.filter((language) => !isWritten(language))
}
