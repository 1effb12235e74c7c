import type { NodeEditor } from '../../node-type.ts'
import { inputColumns, requestFields } from '../request-fields.ts'

type Field = 'method' | 'url' | 'headers' | 'body' | 'outputs' | 'waiting' | 'timeoutMs' | 'retries'

export const httpEditor: NodeEditor<Field> = {
  title: { en: 'HTTP request', fr: 'Requête HTTP' },
  icon: 'globe',
  group: 'do',
  help: {
    en: 'Asks another system and takes values from its answer.\nScheme and host are fixed; values can follow them.\nExample: GET https://api.example.com/orders/{{ order }}, state = result.state',
    fr: 'Interroge un autre système et reprend des valeurs de sa réponse.\nLe protocole et l’hôte sont fixes ; des valeurs peuvent suivre.\nExemple : GET https://api.example.com/orders/{{ order }}, state = result.state',
  },
  fields: {
    method: {
      label: { en: 'Method', fr: 'Méthode' },
      widget: 'choice',
      options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ value: method, label: { en: method, fr: method } })),
    },
    url: {
      label: { en: 'Address', fr: 'Adresse' },
      widget: 'textarea',
      required: true,
      help: {
        en: 'Without a value that is not known yet, no request is made.',
        fr: 'S’il manque une valeur, aucune requête n’est faite.',
      },
    },
    headers: {
      label: { en: 'Headers', fr: 'En-têtes' },
      widget: 'rows',
      columns: { name: inputColumns.name, value: { label: inputColumns.value.label, widget: 'textarea' } },
    },
    body: {
      label: { en: 'Body (JSON)', fr: 'Corps (JSON)' },
      widget: 'rows',
      columns: inputColumns,
      shownWhen: { field: 'method', is: ['POST', 'PUT', 'PATCH'] },
    },
    ...requestFields(['result', 'status']),
  },
}
