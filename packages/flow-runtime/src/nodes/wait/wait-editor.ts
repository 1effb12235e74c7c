import type { NodeEditor } from '../../node-type.ts'

export const waitEditor: NodeEditor<'until' | 'event' | 'text' | 'waitMs'> = {
  title: { en: 'Wait', fr: 'Attendre' },
  icon: 'hourglass',
  group: 'logic',
  help: {
    en: 'Pauses, or waits for something outside or for background tasks.\nAfter the longest wait the flow goes on by "timeout".\nExample: until the background tasks are done, 20 seconds at most.',
    fr: 'Fait une pause, ou attend un événement extérieur ou les tâches de fond.\nAprès l’attente maximale, le flux continue par « timeout ».\nExemple : jusqu’à la fin des tâches de fond, 20 secondes au plus.',
  },
  fields: {
    until: {
      label: { en: 'Wait for', fr: 'Attendre' },
      widget: 'choice',
      options: [
        { value: 'pause', label: { en: 'Only a pause', fr: 'Une simple pause' } },
        { value: 'event', label: { en: 'An outside event', fr: 'Un événement extérieur' } },
        { value: 'tasks', label: { en: 'The background tasks', fr: 'Les tâches de fond' } },
      ],
    },
    event: { label: { en: 'Name of the event', fr: 'Nom de l’événement' }, widget: 'text', shownWhen: { field: 'until', is: ['event'] } },
    text: { label: { en: 'What the caller hears meanwhile', fr: 'Ce que l’appelant entend pendant ce temps' }, widget: 'localizedText' },
    waitMs: { label: { en: 'Longest wait (milliseconds)', fr: 'Attente maximale (millisecondes)' }, widget: 'number' },
  },
}
