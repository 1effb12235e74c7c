import type { CatalogueEntry } from './entry.ts'

/** Flows that run flows. */
export const subflowProblems = {
  SUBFLOW_UNKNOWN: {
    severity: 'error',
    message: { en: 'There is no subflow “{name}”.', fr: 'Il n’y a pas de sous-flux « {name} ».' },
  },
  SUBFLOW_RECURSION: {
    severity: 'error',
    message: {
      en: 'The subflow “{name}” runs itself, directly or through another.',
      fr: 'Le sous-flux « {name} » s’exécute lui-même, directement ou par un autre.',
    },
  },
  SUBFLOW_TOO_DEEP: {
    severity: 'error',
    message: {
      en: 'More than {most} subflows run within each other here.',
      fr: 'Plus de {most} sous-flux s’exécutent ici les uns dans les autres.',
    },
  },
  SUBFLOW_INPUT_UNKNOWN: {
    severity: 'error',
    message: { en: '“{flow}” takes no input “{name}”.', fr: '« {flow} » ne prend pas d’entrée « {name} ».' },
  },
  SUBFLOW_INPUT_MISSING: {
    severity: 'warning',
    message: { en: 'You give “{flow}” no value for “{name}”.', fr: 'Vous ne donnez pas de valeur à « {flow} » pour « {name} ».' },
  },
  SUBFLOW_OUTPUT_UNKNOWN: {
    severity: 'error',
    message: { en: '“{flow}” gives no output “{name}”.', fr: '« {flow} » ne donne pas de sortie « {name} ».' },
  },
  RESULT_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'This flow declares no result “{name}” for its use as a subflow.',
      fr: 'Ce flux ne déclare pas de résultat « {name} » pour son usage comme sous-flux.',
    },
  },
  RESULT_NEVER_GIVEN: {
    severity: 'warning',
    message: { en: 'No end of this flow gives the result “{name}”.', fr: 'Aucune fin de ce flux ne donne le résultat « {name} ».' },
  },
  INTERFACE_VARIABLE_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'This flow takes or gives “{name}”, which is not one of its variables.',
      fr: 'Ce flux prend ou donne « {name} », qui n’est pas l’une de ses variables.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
