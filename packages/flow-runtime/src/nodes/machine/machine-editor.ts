import type { NodeEditor } from '../../node-type.ts'

const leavingMessage = { field: 'action', is: ['leaveMessage'] }

export const machineEditor: NodeEditor<'action' | 'text' | 'keys' | 'beepWithinMs'> = {
  title: { en: 'Answering machine', fr: 'Répondeur' },
  icon: 'voicemail',
  group: 'call',
  help: {
    en: 'What to do when a machine answers instead of a person; no edge leads here.\nA message is left after the beep.\nExample: "Hello, this is Bright Smile; please call us back."',
    fr: 'Que faire quand un répondeur décroche à la place d’une personne ; aucune flèche n’y mène.\nUn message est laissé après le bip.\nExemple : « Bonjour, ici Bright Smile ; merci de nous rappeler. »',
  },
  fields: {
    action: {
      label: { en: 'Then', fr: 'Alors' },
      widget: 'choice',
      options: [
        { value: 'leaveMessage', label: { en: 'Leave a message after the beep', fr: 'Laisser un message après le bip' } },
        { value: 'pressKey', label: { en: 'Press keys', fr: 'Appuyer sur des touches' } },
        { value: 'hangUp', label: { en: 'Hang up', fr: 'Raccrocher' } },
      ],
    },
    text: { label: { en: 'Message', fr: 'Message' }, widget: 'localizedText', shownWhen: leavingMessage },
    keys: { label: { en: 'Keys', fr: 'Touches' }, widget: 'text', shownWhen: { field: 'action', is: ['pressKey'] } },
    beepWithinMs: {
      label: { en: 'Longest wait for the beep (milliseconds)', fr: 'Attente maximale du bip (millisecondes)' },
      widget: 'number',
      shownWhen: leavingMessage,
    },
  },
}
