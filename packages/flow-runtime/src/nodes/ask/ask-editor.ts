import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'
import type { AskConfig } from './ask-config.ts'

export const askEditor: NodeEditor<keyof AskConfig> = {
  title: { en: 'Ask', fr: 'Demander' },
  icon: 'circle-help',
  group: 'listen',
  help: {
    en: 'Asks one thing and keeps the answer in a variable.\nIf asked to, it reads the answer back; "no, Tuesday" corrects it.\nExample: "Which day would suit you?" into day.',
    fr: 'Demande une chose et garde la réponse dans une variable.\nSur demande, elle relit la réponse ; « non, mardi » la corrige.\nExemple : « Quel jour vous conviendrait ? » dans day.',
  },
  fields: {
    variable: { label: { en: 'Keep the answer in', fr: 'Garder la réponse dans' }, widget: 'variable', required: true },
    ...questionFields,
    valid: {
      label: { en: 'Accept only if', fr: 'N’accepter que si' },
      widget: 'expression',
      condition: true,
      help: {
        en: 'A condition over the answer, such as party <= 8. A refused answer counts as a try.',
        fr: 'Une condition sur la réponse, par exemple party <= 8. Une réponse refusée compte comme un essai.',
      },
    },
    invalidText: {
      label: { en: 'If not accepted', fr: 'Si elle n’est pas acceptée' },
      widget: 'localizedText',
      help: {
        en: 'May name the answer. Empty: "That is not possible" and the question again.',
        fr: 'Peut citer la réponse. Vide : « Ce n’est pas possible », puis la question à nouveau.',
      },
    },
    confirm: {
      label: { en: 'Read back and confirm', fr: 'Relire et confirmer' },
      widget: 'toggle',
    },
    confirmText: {
      label: { en: 'Confirmation', fr: 'Confirmation' },
      widget: 'localizedText',
      help: { en: 'Empty: the answer and "Is that right?".', fr: 'Vide : la réponse et « C’est bien cela ? ».' },
    },
    keypad: {
      label: { en: 'May be typed', fr: 'Peut être tapé' },
      widget: 'toggle',
      help: {
        en: 'Days as month and day (1124), times on 24 hours (1530), 1 for yes and 2 for no, the number of a choice; # or a pause ends.',
        fr: 'Jours en jour et mois (2411), heures sur 24 heures (1530), 1 pour oui et 2 pour non, le rang d’un choix ; # ou une pause termine.',
      },
    },
    spelled: {
      label: { en: 'Is spelled', fr: 'Est épelé' },
      widget: 'toggle',
      help: { en: 'Waits longer, for letters.', fr: 'Attend plus longtemps, des lettres.' },
    },
    escapes: {
      label: { en: 'Other ways out', fr: 'Autres sorties' },
      widget: 'rows',
      help: {
        en: 'What the caller may say instead of an answer, such as "I do not know".',
        fr: 'Ce que l’appelant peut dire au lieu de répondre, par exemple « je ne sais pas ».',
      },
      columns: {
        name: { label: { en: 'Outcome', fr: 'Issue' }, widget: 'text', required: true, outcome: true },
        intents: { label: { en: 'Intents', fr: 'Intentions' }, widget: 'intents', required: true },
      },
    },
    skipIfKnown: {
      label: { en: 'Skip if already known', fr: 'Passer si déjà connu' },
      widget: 'toggle',
      help: {
        en: 'The first time by only: coming back here asks again.',
        fr: 'Au premier passage seulement : en revenant ici, on redemande.',
      },
    },
    examples: {
      label: { en: 'Sample answers', fr: 'Exemples de réponses' },
      widget: 'text',
      help: { en: 'Separated by commas; they help recognition.', fr: 'Séparés par des virgules ; ils aident la reconnaissance.' },
    },
  },
}
