import type { CatalogueEntry } from './entry.ts'

/** What the tenant's rules ask for. */
export const ruleProblems = {
  RECORDING_NEVER_STARTS: {
    severity: 'warning',
    message: {
      en: 'Recording waits for the caller’s consent, but nobody asks for it.',
      fr: 'L’enregistrement attend l’accord de l’appelant, mais personne ne le demande.',
    },
  },
  AI_DISCLOSURE_MISSING: {
    severity: 'error',
    message: {
      en: 'A caller can come here without having heard that they speak to an automatic assistant.',
      fr: 'Un appelant peut arriver ici sans avoir entendu qu’il parle à un assistant automatique.',
    },
  },
  RECORDING_NOTICE_MISSING: {
    severity: 'error',
    message: {
      en: 'A caller can come here without having heard that the call is recorded.',
      fr: 'Un appelant peut arriver ici sans avoir entendu que l’appel est enregistré.',
    },
  },
  CONSENT_MISSING: {
    severity: 'error',
    message: {
      en: 'A call can end here without the caller having been asked for consent: {purpose}',
      fr: 'Un appel peut finir ici sans que l’accord de l’appelant ait été demandé : {purpose}',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
