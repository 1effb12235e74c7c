import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'
import type { FormConfig } from './form-config.ts'

export const formEditor: NodeEditor<keyof FormConfig> = {
  title: { en: 'Form', fr: 'Formulaire' },
  icon: 'list-checks',
  group: 'listen',
  help: {
    en: 'Fills several variables in any order the caller gives them, and asks only for what is missing.\nReads everything back once; "change the time" reopens one.\nExample: "A table for four on Friday", then "At what time?".',
    fr: 'Remplit plusieurs variables dans l’ordre où l’appelant les donne, et ne demande que ce qui manque.\nRelit tout une seule fois ; « changer l’heure » en rouvre une.\nExemple : « Une table pour quatre vendredi », puis « À quelle heure ? ».',
  },
  fields: {
    question: {
      label: { en: 'Opening question', fr: 'Question d’ouverture' },
      widget: 'localizedText',
      help: {
        en: 'Invites to say several things at once. Empty: the first question below.',
        fr: 'Invite à dire plusieurs choses à la fois. Vide : la première question ci-dessous.',
      },
    },
    fields: {
      label: { en: 'Fields', fr: 'Champs' },
      widget: 'rows',
      required: true,
      columns: {
        variable: { label: { en: 'Variable', fr: 'Variable' }, widget: 'variable', required: true },
        question: { label: { en: 'Question', fr: 'Question' }, widget: 'localizedText', required: true },
        reprompt: questionFields.reprompt,
        called: {
          label: { en: 'Called', fr: 'Appelé' },
          widget: 'localizedText',
          help: {
            en: 'Its names, separated by commas: the first is read back, all can be changed by ("the date is wrong").',
            fr: 'Ses noms, séparés par des virgules : le premier est relu, tous servent à corriger (« la date est fausse »).',
          },
        },
        required: {
          label: { en: 'Ask for it', fr: 'À demander' },
          widget: 'toggle',
          help: { en: 'Otherwise it is only taken when it is said.', fr: 'Sinon, il n’est pris que s’il est dit.' },
        },
        confirm: { label: { en: 'Read back', fr: 'Relire' }, widget: 'toggle' },
      },
    },
    confirmText: {
      label: { en: 'Confirmation', fr: 'Confirmation' },
      widget: 'localizedText',
      help: {
        en: 'Names the answers. Empty: everything that is read back, and "Is that right?".',
        fr: 'Cite les réponses. Vide : tout ce qui est relu, puis « C’est bien cela ? ».',
      },
    },
    maxTries: {
      label: { en: 'Tries', fr: 'Essais' },
      widget: 'number',
      help: {
        en: 'How often in a row the caller may not be understood before the flow goes on by “gaveUp”.',
        fr: 'Combien de fois de suite l’appelant peut ne pas être compris avant que le flux continue par « gaveUp ».',
      },
    },
    skipIfKnown: {
      label: { en: 'Skip if all is known', fr: 'Passer si tout est connu' },
      widget: 'toggle',
      help: {
        en: 'The first time by only: coming back here reads it back.',
        fr: 'Au premier passage seulement : en revenant ici, tout est relu.',
      },
    },
    listening: questionFields.listening,
  },
}
