import type { ProblemGuide } from './problem-guide.ts'

/** Intents, samples and languages: what callers say and hear. */
export const listeningGuide = {
  INTENT_UNKNOWN: {
    meaning: { en: 'Nothing a caller says leads there.', fr: 'Rien de ce que dit un appelant n’y mène.' },
    remedy: {
      en: 'Add the intent with samples, or choose another.',
      fr: 'Ajoutez l’intention avec des exemples, ou choisissez-en une autre.',
    },
    example: { en: 'An intent that was removed.', fr: 'Une intention retirée.' },
  },
  INTENT_WITHOUT_SAMPLES: {
    meaning: {
      en: 'It is not recognised in that language. An error in the first language, a warning in the others.',
      fr: 'Elle n’est pas reconnue dans cette langue. Une erreur dans la première langue, un avertissement dans les autres.',
    },
    remedy: { en: 'Write ten sentences callers say.', fr: 'Écrivez dix phrases que disent les appelants.' },
    example: { en: 'A new intent with a name only.', fr: 'Une nouvelle intention avec un nom seulement.' },
  },
  INTENT_FEW_SAMPLES: {
    meaning: { en: 'Callers who say it otherwise are not understood.', fr: 'Les appelants qui le disent autrement ne sont pas compris.' },
    remedy: { en: 'Write more, in different words.', fr: 'Écrivez-en davantage, avec d’autres mots.' },
    example: { en: '“book”, “booking” and nothing else.', fr: '« réserver », « réservation » et rien d’autre.' },
  },
  INTENTS_TOO_ALIKE: {
    meaning: { en: 'Callers are led to the wrong one.', fr: 'Les appelants sont menés à la mauvaise.' },
    remedy: {
      en: 'Change the samples, or make one intent of the two.',
      fr: 'Changez les exemples, ou faites une seule intention des deux.',
    },
    example: { en: '“change my appointment” in two intents.', fr: '« changer mon rendez-vous » dans deux intentions.' },
  },
  WISH_HIDDEN: {
    meaning: { en: 'At that question its own way goes first.', fr: 'À cette question, sa propre issue passe d’abord.' },
    remedy: { en: 'Keep it in one of the two places.', fr: 'Gardez-le à l’un des deux endroits.' },
    example: { en: '“human” both anywhere and in the main menu.', fr: '« humain » à la fois partout et dans le menu.' },
  },
  LANGUAGE_WITHOUT_VOICE: {
    meaning: {
      en: 'Nothing can be said in that language. An error for the first language, a warning for the others.',
      fr: 'Rien ne peut être dit dans cette langue. Une erreur pour la première langue, un avertissement pour les autres.',
    },
    remedy: { en: 'Add a voice, or take the language out.', fr: 'Ajoutez une voix, ou retirez la langue.' },
    example: { en: 'A French flow with English voices.', fr: 'Un flux français avec des voix anglaises.' },
  },
} as const satisfies Record<string, ProblemGuide>
