import type { FieldHint, NodeEditor } from '../../node-type.ts'
import { timeoutField } from '../request-fields.ts'

type Field = 'destination' | 'to' | 'queue' | 'colleague' | 'mode' | 'text' | 'briefing' | 'timeoutMs'

const only = (value: string): Pick<FieldHint, 'shownWhen' | 'requiredWhen'> => {
  const condition = { field: 'destination', is: [value] }
  return { shownWhen: condition, requiredWhen: condition }
}

export const transferEditor: NodeEditor<Field> = {
  title: { en: 'Transfer', fr: 'Transférer' },
  icon: 'phone-forwarded',
  group: 'call',
  help: {
    en: 'Hands the call to a person.\nWhen nobody takes it, the flow goes on.\nExample: +15550100, "One moment, I am connecting you."',
    fr: 'Passe l’appel à une personne.\nSi personne ne le prend, le flux continue.\nExemple : +15550100, « Un instant, je vous passe quelqu’un. »',
  },
  fields: {
    destination: {
      label: { en: 'To', fr: 'Vers' },
      widget: 'choice',
      options: [
        { value: 'number', label: { en: 'A number', fr: 'Un numéro' } },
        { value: 'queue', label: { en: 'A queue', fr: 'Une file d’attente' } },
        { value: 'colleague', label: { en: 'A colleague in the browser', fr: 'Un collègue dans le navigateur' } },
      ],
    },
    to: {
      label: { en: 'Number', fr: 'Numéro' },
      widget: 'phone',
      help: {
        en: 'With + and the country, or a SIP address such as sip:desk@example.com.',
        fr: 'Avec + et le pays, ou une adresse SIP comme sip:accueil@example.com.',
      },
      ...only('number'),
    },
    queue: { label: { en: 'Queue', fr: 'File d’attente' }, widget: 'text', ...only('queue') },
    colleague: {
      label: { en: 'Colleague', fr: 'Collègue' },
      widget: 'text',
      help: { en: 'Empty: whoever is free.', fr: 'Vide : quiconque est libre.' },
      shownWhen: { field: 'destination', is: ['colleague'] },
    },
    mode: {
      label: { en: 'How', fr: 'Comment' },
      widget: 'choice',
      options: [
        { value: 'cold', label: { en: 'Directly', fr: 'Directement' } },
        {
          value: 'warm',
          label: { en: 'With a briefing; the colleague accepts first', fr: 'Avec un résumé ; le collègue accepte d’abord' },
        },
        { value: 'refer', label: { en: 'By the carrier (SIP REFER)', fr: 'Par l’opérateur (SIP REFER)' } },
      ],
    },
    text: { label: { en: 'What the caller hears before', fr: 'Ce que l’appelant entend avant' }, widget: 'localizedText' },
    briefing: {
      label: { en: 'What the colleague hears', fr: 'Ce que le collègue entend' },
      widget: 'localizedText',
      help: { en: 'Empty: who calls, and what was said so far.', fr: 'Vide : qui appelle, et ce qui a été dit jusque-là.' },
      shownWhen: { field: 'mode', is: ['warm'] },
    },
    timeoutMs: timeoutField,
  },
}
