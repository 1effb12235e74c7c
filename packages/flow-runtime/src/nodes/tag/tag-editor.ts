import type { NodeEditor } from '../../node-type.ts'

export const tagEditor: NodeEditor<'disposition' | 'qualification' | 'score' | 'note'> = {
  title: { en: 'Tag', fr: 'Étiqueter' },
  icon: 'tag',
  group: 'do',
  help: {
    en: 'Writes down how the call went, at once.\nFor the lead: disposition, qualification, score and a note.\nExample: interested, qualified, 80, "Wants a call on {{ day }}."',
    fr: 'Note tout de suite comment l’appel s’est passé.\nPour la piste : issue, qualification, score et note.\nExemple : interested, qualified, 80, « Veut un appel {{ day }}. »',
  },
  fields: {
    disposition: { label: { en: 'Disposition', fr: 'Issue' }, widget: 'textarea' },
    qualification: { label: { en: 'Qualification', fr: 'Qualification' }, widget: 'textarea' },
    score: {
      label: { en: 'Score', fr: 'Score' },
      widget: 'expression',
      help: { en: 'Gives a number, for example party * 10.', fr: 'Donne un nombre, par exemple party * 10.' },
    },
    note: { label: { en: 'Note', fr: 'Note' }, widget: 'textarea' },
  },
}
