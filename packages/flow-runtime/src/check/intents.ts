import { languageNames } from './messages.ts'
import type { Check } from './problem.ts'

/** INTENT_UNKNOWN, INTENT_WITHOUT_SAMPLES: what a node listens for is declared and has sentences to be recognised by. */
export const checkIntents: Check = (flow, report, { locale = 'en' }) => {
  const declared = new Map(flow.intents.map((intent) => [intent.name, intent]))
  for (const node of flow.nodes) {
    if (node.type !== 'intent') continue
    for (const name of node.data.intents) {
      const intent = declared.get(name)
      if (!intent) report('INTENT_UNKNOWN', 'error', { node, field: 'intents', outcome: name, values: { name } })
      for (const language of intent ? flow.languages : []) {
        if (intent?.samples[language]?.some((sample) => sample.trim() !== '')) continue
        const severity = language === flow.languages[0] ? 'error' : 'warning'
        const values = { name, language: languageNames[language][locale] }
        report('INTENT_WITHOUT_SAMPLES', severity, { node, field: 'intents', outcome: name, values })
      }
    }
  }
}
