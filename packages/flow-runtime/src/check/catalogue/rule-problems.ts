import type { CatalogueEntry } from './entry.ts'

/** What the tenant's rules ask for. */
export const ruleProblems = {
  AI_DISCLOSURE_MISSING: {
    severity: 'error',
    message: {
      en: 'A caller can come here without having heard that they speak to an automatic assistant.',
      fr: 'Un appelant peut arriver ici sans avoir entendu qu’il parle à un assistant automatique.',
    },
    meaning: { en: 'Your rules, and in many places the law, ask for it.', fr: 'Vos règles, et souvent la loi, l’exigent.' },
    remedy: {
      en: 'Switch it on for the greeting, before the first question.',
      fr: 'Activez-le pour l’accueil, avant la première question.',
    },
    example: { en: 'A flow that starts with a question.', fr: 'Un flux qui commence par une question.' },
  },
  RECORDING_NOTICE_MISSING: {
    severity: 'error',
    message: {
      en: 'A caller can come here without having heard that the call is recorded.',
      fr: 'Un appelant peut arriver ici sans avoir entendu que l’appel est enregistré.',
    },
    meaning: { en: 'Your rules, and in many places the law, ask for it.', fr: 'Vos règles, et souvent la loi, l’exigent.' },
    remedy: { en: 'Switch it on for the greeting, or do not record.', fr: 'Activez-le pour l’accueil, ou n’enregistrez pas.' },
    example: { en: 'Recording is on, the notice is not.', fr: 'L’enregistrement est activé, l’avis ne l’est pas.' },
  },
  CONSENT_MISSING: {
    severity: 'error',
    message: {
      en: 'A call can end here without the caller having been asked for consent: {purpose}',
      fr: 'Un appel peut finir ici sans que l’accord de l’appelant ait été demandé : {purpose}',
    },
    meaning: { en: 'Your rules ask for it in every call.', fr: 'Vos règles l’exigent à chaque appel.' },
    remedy: { en: 'Put a consent node on the way.', fr: 'Placez un nœud de consentement sur le chemin.' },
    example: { en: 'Marketing calls without “may we call again?”.', fr: 'Des appels commerciaux sans « pouvons-nous rappeler ? ».' },
  },
} as const satisfies Record<string, CatalogueEntry>
