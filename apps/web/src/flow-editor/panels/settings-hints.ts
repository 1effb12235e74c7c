import type { FieldHint, Settings } from '@parley/flow-runtime'

const inMs = { en: 'milliseconds', fr: 'millisecondes' }

/** The form of a flow's settings, drawn as node settings are. */
export const settingsHints: Readonly<Record<keyof Settings, FieldHint>> = {
  followLanguage: {
    label: { en: 'Follow the caller’s language', fr: 'Suivre la langue de l’appelant' },
    widget: 'toggle',
    help: {
      en: 'Switches when the caller speaks another of these languages.',
      fr: 'Change quand l’appelant parle une autre de ces langues.',
    },
  },
  disclosure: {
    label: { en: 'What the greeting must say', fr: 'Ce que l’accueil doit dire' },
    widget: 'group',
    fields: {
      ai: { label: { en: 'That this is no person', fr: 'Que ce n’est pas une personne' }, widget: 'toggle' },
      aiText: { label: { en: 'In these words', fr: 'Avec ces mots' }, widget: 'localizedText' },
      recording: { label: { en: 'That the call is recorded', fr: 'Que l’appel est enregistré' }, widget: 'toggle' },
      recordingText: { label: { en: 'In these words', fr: 'Avec ces mots' }, widget: 'localizedText' },
    },
  },
  recording: {
    label: { en: 'Recording', fr: 'Enregistrement' },
    widget: 'group',
    fields: {
      enabled: { label: { en: 'Record calls', fr: 'Enregistrer les appels' }, widget: 'toggle' },
      startsWhen: {
        label: { en: 'From when', fr: 'À partir de quand' },
        widget: 'choice',
        options: [
          { value: 'answered', label: { en: 'The call is answered', fr: 'L’appel est décroché' } },
          { value: 'consented', label: { en: 'The caller has agreed', fr: 'L’appelant a accepté' } },
        ],
        help: {
          en: 'A consent node asks, with “recording” as what is agreed to. Whoever refuses is not recorded.',
          fr: 'Un nœud de consentement pose la question, avec « recording » comme objet. Qui refuse n’est pas enregistré.',
        },
      },
    },
  },
  silence: {
    label: { en: 'Silence', fr: 'Silence' },
    widget: 'group',
    fields: {
      waitMs: { label: { en: `Before asking again (${inMs.en})`, fr: `Avant de redemander (${inMs.fr})` }, widget: 'number' },
      maxReprompts: { label: { en: 'Times to ask again', fr: 'Nombre de relances' }, widget: 'number' },
    },
  },
  interruption: {
    label: { en: 'Interruption', fr: 'Interruption' },
    widget: 'group',
    fields: {
      enabled: { label: { en: 'The caller may interrupt', fr: 'L’appelant peut interrompre' }, widget: 'toggle' },
      minSpeechMs: {
        label: { en: `Speech that interrupts (${inMs.en})`, fr: `Parole qui interrompt (${inMs.fr})` },
        widget: 'number',
      },
    },
  },
  model: {
    label: { en: 'Language model', fr: 'Modèle de langage' },
    widget: 'group',
    help: { en: 'How agent nodes talk.', fr: 'Comment parlent les nœuds Agent.' },
    fields: {
      unknownLine: {
        label: { en: 'Said instead of invented facts', fr: 'Dit à la place de faits inventés' },
        widget: 'localizedText',
      },
      longestReply: { label: { en: 'Longest reply (characters)', fr: 'Réponse la plus longue (caractères)' }, widget: 'number' },
      contextTokens: { label: { en: 'Conversation it remembers (tokens)', fr: 'Conversation retenue (jetons)' }, widget: 'number' },
      prices: {
        label: { en: 'Prices of a million tokens', fr: 'Prix d’un million de jetons' },
        widget: 'rows',
        columns: {
          model: { label: { en: 'Model', fr: 'Modèle' }, widget: 'text' },
          input: { label: { en: 'Read', fr: 'Lus' }, widget: 'number' },
          output: { label: { en: 'Written', fr: 'Écrits' }, widget: 'number' },
        },
      },
    },
  },
  understanding: {
    label: { en: 'Understanding', fr: 'Compréhension' },
    widget: 'group',
    help: { en: 'From 0 (take anything) to 1 (only what is certain).', fr: 'De 0 (tout accepter) à 1 (seulement le certain).' },
    fields: {
      threshold: { label: { en: 'An answer counts from', fr: 'Une réponse compte à partir de' }, widget: 'number' },
      anywhereThreshold: {
        label: { en: 'A wish “anywhere” counts from', fr: 'Un souhait « partout » compte à partir de' },
        widget: 'number',
      },
    },
  },
  voice: { label: { en: 'Voice', fr: 'Voix' } },
  timeZone: { label: { en: 'Time zone, for example Europe/Paris', fr: 'Fuseau horaire, par exemple Europe/Paris' }, widget: 'text' },
  maxCallMs: { label: { en: `Longest call (${inMs.en})`, fr: `Durée maximale d’un appel (${inMs.fr})` }, widget: 'number' },
  failureLine: { label: { en: 'Said when something fails', fr: 'Dit quand quelque chose échoue' }, widget: 'localizedText' },
  waitingLine: {
    label: { en: 'Said while the caller waits', fr: 'Dit pendant que l’appelant attend' },
    widget: 'localizedText',
    help: { en: 'After half a second of silence. Empty: nothing.', fr: 'Après une demi-seconde de silence. Vide : rien.' },
  },
  resumeLine: { label: { en: 'Said after a break', fr: 'Dit après une coupure' }, widget: 'localizedText' },
  timeLimitLine: { label: { en: 'Said when the time is up', fr: 'Dit quand le temps est écoulé' }, widget: 'localizedText' },
}

/** How the flow is used as a subflow. */
export const interfaceHint: FieldHint = {
  label: { en: 'Use as a subflow', fr: 'Utilisation comme sous-flux' },
  widget: 'group',
  help: {
    en: 'What another flow passes in, takes out, and the ways this one can end there.',
    fr: 'Ce qu’un autre flux passe, reprend, et les façons dont celui-ci peut s’y terminer.',
  },
  fields: {
    inputs: { label: { en: 'Passed in', fr: 'Passé' }, widget: 'variables' },
    outputs: { label: { en: 'Taken out', fr: 'Repris' }, widget: 'variables' },
    results: { label: { en: 'Results', fr: 'Résultats' }, widget: 'rows', columns: { name: { label: { en: 'Name', fr: 'Nom' } } } },
  },
}
