import type { Language } from '../../text.ts'

/** What the agent says where the author wrote nothing. */
export const callbackWords: Record<Language, { whatTime: string; past: string; readBack: (day: string, time: string) => string }> = {
  en: {
    whatTime: 'At what time?',
    past: 'That time is already past.',
    readBack: (day, time) => `We will call you back on ${day} at ${time}.`,
  },
  fr: {
    whatTime: 'À quelle heure ?',
    past: 'Cet horaire est déjà passé.',
    readBack: (day, time) => `Nous vous rappellerons le ${day} à ${time}.`,
  },
}
