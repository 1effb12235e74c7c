import type { NodeEditor } from '../../node-type.ts'

type Field = 'task' | 'inputs' | 'saveAs' | 'announce' | 'announceFailure' | 'urgent' | 'timeoutMs'

export const backgroundEditor: NodeEditor<Field> = {
  title: { en: 'Background task', fr: 'Tâche de fond' },
  icon: 'timer',
  group: 'do',
  help: {
    en: 'Starts something slow and goes on talking.\nThe result is told when the caller can hear it, at once if urgent.\nExample: "is a colleague free?" while the caller goes on.',
    fr: 'Lance quelque chose de lent et continue à parler.\nLe résultat est annoncé quand l’appelant peut l’entendre, tout de suite s’il est urgent.\nExemple : « un collègue est-il libre ? » pendant que l’appel continue.',
  },
  fields: {
    task: { label: { en: 'Task', fr: 'Tâche' }, widget: 'text', required: true },
    inputs: {
      label: { en: 'What it is given', fr: 'Ce qu’elle reçoit' },
      widget: 'rows',
      columns: {
        name: { label: { en: 'Name', fr: 'Nom' }, widget: 'text', required: true },
        value: { label: { en: 'Value', fr: 'Valeur' }, widget: 'expression', required: true },
      },
    },
    saveAs: { label: { en: 'Keep the result in', fr: 'Garder le résultat dans' }, widget: 'variable' },
    announce: {
      label: { en: 'Tell the caller', fr: 'Annoncer à l’appelant' },
      widget: 'localizedText',
      help: { en: 'Empty: nothing is said.', fr: 'Vide : rien n’est dit.' },
    },
    announceFailure: { label: { en: 'Tell the caller if it fails', fr: 'Annoncer à l’appelant en cas d’échec' }, widget: 'localizedText' },
    urgent: { label: { en: 'Say it at once', fr: 'Le dire tout de suite' }, widget: 'toggle' },
    timeoutMs: { label: { en: 'Longest time (milliseconds)', fr: 'Durée maximale (millisecondes)' }, widget: 'number' },
  },
}
