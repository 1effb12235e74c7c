import type { CatalogueEntry } from './entry.ts'

/** Intents, samples and languages: what callers say and hear. */
export const listeningProblems = {
  INTENT_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'You listen for “{name}”, which is not an intent of this flow.',
      fr: 'Vous attendez « {name} », qui n’est pas une intention de ce flux.',
    },
  },
  INTENT_WITHOUT_SAMPLES: {
    severity: 'error',
    message: {
      en: 'Your intent “{name}” has no sample sentences in {language}: write what callers say.',
      fr: 'Votre intention « {name} » n’a pas d’exemples en {language} : écrivez ce que disent les appelants.',
    },
  },
  INTENT_FEW_SAMPLES: {
    severity: 'warning',
    message: {
      en: 'Your intent “{name}” has only {count} sample sentences in {language}: write at least five.',
      fr: 'Votre intention « {name} » n’a que {count} exemples en {language} : écrivez-en au moins cinq.',
    },
  },
  INTENTS_TOO_ALIKE: {
    severity: 'warning',
    message: {
      en: 'Your intents “{a}” and “{b}” are hard to tell apart: “{first}” and “{second}” are {percent} % alike.',
      fr: 'Vos intentions « {a} » et « {b} » se distinguent mal : « {first} » et « {second} » se ressemblent à {percent} %.',
    },
  },
  WISH_HIDDEN: {
    severity: 'warning',
    message: {
      en: 'The wish “{name}” is not heard here while “{node}” asks for it itself.',
      fr: 'Le souhait « {name} » n’est pas entendu ici tant que « {node} » l’attend lui-même.',
    },
  },
  LANGUAGE_WITHOUT_VOICE: {
    severity: 'error',
    message: { en: 'You have no voice for {language}.', fr: 'Vous n’avez pas de voix pour cette langue : {language}.' },
  },
} as const satisfies Record<string, CatalogueEntry>
