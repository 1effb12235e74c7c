import type { Flow, Language } from '@parley/flow-runtime'

/** Words in the languages the flow speaks. */
export const textsOf = ({ languages }: Pick<Flow, 'languages'>, words: Readonly<Record<Language, string>>) =>
  Object.fromEntries(languages.map((language) => [language, words[language]]))
