import type { NodeEditor } from '../../node-type.ts'
import { timeoutField } from '../request-fields.ts'

export const messageEditor: NodeEditor<'channel' | 'to' | 'subject' | 'text' | 'timeoutMs'> = {
  title: { en: 'Message', fr: 'Message' },
  icon: 'mail',
  group: 'do',
  help: {
    en: 'Sends an SMS or an e-mail.\nIt goes to the caller, or to the number or address given.\nExample: SMS, "Your appointment: {{ day }} at {{ time }}."',
    fr: 'Envoie un SMS ou un e-mail.\nIl va à l’appelant, ou au numéro ou à l’adresse indiqués.\nExemple : SMS, « Votre rendez-vous : {{ day }} à {{ time }}. »',
  },
  fields: {
    channel: {
      label: { en: 'By', fr: 'Par' },
      widget: 'choice',
      options: [
        { value: 'sms', label: { en: 'SMS', fr: 'SMS' } },
        { value: 'email', label: { en: 'E-mail', fr: 'E-mail' } },
      ],
    },
    to: {
      label: { en: 'To', fr: 'À' },
      widget: 'textarea',
      help: {
        en: 'A number or an address, or a variable such as {{ phone }}. Empty: the caller’s own.',
        fr: 'Un numéro ou une adresse, ou une variable comme {{ phone }}. Vide : ceux de l’appelant.',
      },
    },
    subject: {
      label: { en: 'Subject', fr: 'Objet' },
      widget: 'localizedText',
      requiredWhen: { field: 'channel', is: ['email'] },
      shownWhen: { field: 'channel', is: ['email'] },
    },
    text: { label: { en: 'Text', fr: 'Texte' }, widget: 'localizedText', required: true },
    timeoutMs: timeoutField,
  },
}
