/** Names of languages, by the language they are named in. */
export const languageNames = { en: { en: 'English', fr: 'anglais' }, fr: { en: 'French', fr: 'français' } } as const
