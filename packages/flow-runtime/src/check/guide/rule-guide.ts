import type { ProblemGuide } from './problem-guide.ts'

/** What the tenant's rules ask for. */
export const ruleGuide = {
  RECORDING_NEVER_STARTS: {
    meaning: { en: 'No call is recorded.', fr: 'Aucun appel n’est enregistré.' },
    remedy: {
      en: 'Add a consent node of the purpose “recording”, or record from the start.',
      fr: 'Ajoutez un nœud de consentement pour « recording », ou enregistrez dès le début.',
    },
    example: { en: 'The consent node was removed.', fr: 'Le nœud de consentement a été retiré.' },
  },
  AI_DISCLOSURE_MISSING: {
    meaning: { en: 'Your rules, and in many places the law, ask for it.', fr: 'Vos règles, et souvent la loi, l’exigent.' },
    remedy: {
      en: 'Switch it on for the greeting, before the first question.',
      fr: 'Activez-le pour l’accueil, avant la première question.',
    },
    example: { en: 'A flow that starts with a question.', fr: 'Un flux qui commence par une question.' },
  },
  RECORDING_NOTICE_MISSING: {
    meaning: { en: 'Your rules, and in many places the law, ask for it.', fr: 'Vos règles, et souvent la loi, l’exigent.' },
    remedy: { en: 'Switch it on for the greeting, or do not record.', fr: 'Activez-le pour l’accueil, ou n’enregistrez pas.' },
    example: { en: 'Recording is on, the notice is not.', fr: 'L’enregistrement est activé, l’avis ne l’est pas.' },
  },
  CONSENT_MISSING: {
    meaning: { en: 'Your rules ask for it in every call.', fr: 'Vos règles l’exigent à chaque appel.' },
    remedy: { en: 'Put a consent node on the way.', fr: 'Placez un nœud de consentement sur le chemin.' },
    example: { en: 'Marketing calls without “may we call again?”.', fr: 'Des appels commerciaux sans « pouvons-nous rappeler ? ».' },
  },
} as const satisfies Record<string, ProblemGuide>
