import type { Flow } from '../flow.ts'
import { type Language, localizedText } from '../text.ts'
import { nodeFields } from './fields.ts'
import { languageNames } from './messages.ts'
import type { Check } from './problem.ts'

/** TEXT_MISSING: an error in the flow's first language, where the text is needed; a warning in the others. */
export const checkTexts: Check = (flow, report, { locale = 'en' }) => {
  const [first = 'en'] = flow.languages
  for (const { node, name, hint, value } of nodeFields(flow)) {
    if (hint.widget !== 'localizedText') continue
    for (const language of missingLanguages(value, flow, hint.required ?? false)) {
      const severity = language === first ? 'error' : 'warning'
      const values = { language: languageNames[language][locale], label: hint.label[locale] }
      report('TEXT_MISSING', severity, { node, field: name, values })
    }
  }
}

/** A text that is written in one language, or required, is needed in all. */
function missingLanguages(value: unknown, { languages }: Flow, required: boolean): Language[] {
  const parsed = localizedText.safeParse(value)
  if (!parsed.success) return []
  const [first] = languages
  const written = (language: Language) => {
    if (typeof parsed.data === 'string') return language === first && parsed.data.trim() !== ''
    return (parsed.data[language] ?? '').trim() !== ''
  }
  if (!required && !languages.some(written)) return []
  return languages.filter((language) => !written(language))
}
