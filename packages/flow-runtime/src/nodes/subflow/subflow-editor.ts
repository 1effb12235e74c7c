import type { NodeEditor } from '../../node-type.ts'

export const subflowEditor: NodeEditor<'flow' | 'inputs' | 'outputs'> = {
  title: { en: 'Subflow', fr: 'Sous-flux' },
  icon: 'workflow',
  group: 'logic',
  help: {
    en: 'Runs another flow and comes back by one of its results.\nOnly what you pass in and take out is shared.\nExample: "verify caller" gives verified or failed.',
    fr: 'Exécute un autre flux et revient par l’un de ses résultats.\nSeul ce que vous passez et reprenez est partagé.\nExemple : « vérifier l’appelant » donne verified ou failed.',
  },
  fields: {
    flow: { label: { en: 'Flow', fr: 'Flux' }, widget: 'subflow', required: true },
    inputs: {
      label: { en: 'Pass in', fr: 'Passer' },
      widget: 'rows',
      columns: {
        variable: { label: { en: 'Input', fr: 'Entrée' }, widget: 'text', required: true },
        value: { label: { en: 'Value', fr: 'Valeur' }, widget: 'expression', required: true },
      },
    },
    outputs: {
      label: { en: 'Take out', fr: 'Reprendre' },
      widget: 'rows',
      columns: {
        variable: { label: { en: 'Into', fr: 'Dans' }, widget: 'variable', required: true },
        output: { label: { en: 'Output', fr: 'Sortie' }, widget: 'text', required: true },
      },
    },
  },
}
