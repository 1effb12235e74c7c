import type { NodeEditor } from '../../node-type.ts'
import { timeoutField } from '../request-fields.ts'

type Field = 'action' | 'by' | 'value' | 'takes' | 'updates' | 'timeoutMs'

const fieldName = { label: { en: 'Field of the record', fr: 'Champ de la fiche' }, widget: 'text', required: true } as const

export const contactEditor: NodeEditor<Field> = {
  title: { en: 'Contact', fr: 'Contact' },
  icon: 'user-search',
  group: 'do',
  help: {
    en: 'Looks up the caller’s record, or updates it.\nFound by number, e-mail or id; without a variable, the caller’s own.\nExample: find by number, city into town.',
    fr: 'Cherche la fiche de l’appelant, ou la met à jour.\nTrouvée par numéro, e-mail ou identifiant ; sans variable, ceux de l’appelant.\nExemple : chercher par numéro, city dans town.',
  },
  fields: {
    action: {
      label: { en: 'Do', fr: 'Faire' },
      widget: 'choice',
      options: [
        { value: 'find', label: { en: 'Look up', fr: 'Chercher' } },
        { value: 'update', label: { en: 'Update', fr: 'Mettre à jour' } },
      ],
    },
    by: {
      label: { en: 'Found by', fr: 'Trouvé par' },
      widget: 'choice',
      options: [
        { value: 'phone', label: { en: 'Number', fr: 'Numéro' } },
        { value: 'email', label: { en: 'E-mail', fr: 'E-mail' } },
        { value: 'id', label: { en: 'Id', fr: 'Identifiant' } },
      ],
    },
    value: {
      label: { en: 'In the variable', fr: 'Dans la variable' },
      widget: 'variable',
      help: { en: 'Empty: the caller’s own.', fr: 'Vide : celui de l’appelant.' },
    },
    takes: {
      label: { en: 'Take from the record', fr: 'Reprendre de la fiche' },
      widget: 'rows',
      columns: { variable: { label: { en: 'Into', fr: 'Dans' }, widget: 'variable', required: true }, field: fieldName },
      shownWhen: { field: 'action', is: ['find'] },
    },
    updates: {
      label: { en: 'Write into the record', fr: 'Écrire dans la fiche' },
      widget: 'rows',
      columns: { field: fieldName, value: { label: { en: 'Value', fr: 'Valeur' }, widget: 'expression', required: true } },
      requiredWhen: { field: 'action', is: ['update'] },
      shownWhen: { field: 'action', is: ['update'] },
    },
    timeoutMs: timeoutField,
  },
}
