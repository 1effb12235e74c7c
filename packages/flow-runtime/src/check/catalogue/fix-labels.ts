import type { UiText } from '../../text.ts'

/** The words on the button that puts a problem right; `{name}` is filled in. */
export const fixLabels = {
  addIntent: { en: 'Add the intent “{name}”', fr: 'Ajouter l’intention « {name} »' },
  addVariable: { en: 'Add the variable “{name}”', fr: 'Ajouter la variable « {name} »' },
  allowLongerCalls: { en: 'Allow calls of {minutes} minutes', fr: 'Autoriser des appels de {minutes} minutes' },
  connectToEnd: { en: 'Lead it to the end', fr: 'La mener à la fin' },
  removeCondition: { en: 'Remove this condition', fr: 'Retirer cette condition' },
  removeEdge: { en: 'Remove this connection', fr: 'Retirer cette connexion' },
  removeNode: { en: 'Remove this node', fr: 'Retirer ce nœud' },
  removeVariable: { en: 'Remove the variable “{name}”', fr: 'Retirer la variable « {name} »' },
  renameOutcome: { en: 'Call the second one “{name}”', fr: 'Nommer la seconde « {name} »' },
  sayInGreeting: { en: 'Say it in the greeting', fr: 'Le dire dans l’accueil' },
  startHere: { en: 'Start at the first node', fr: 'Commencer au premier nœud' },
} as const satisfies Record<string, UiText>

export type FixCode = keyof typeof fixLabels
