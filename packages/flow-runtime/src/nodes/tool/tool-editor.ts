import type { NodeEditor } from '../../node-type.ts'
import { inputColumns, requestFields } from '../request-fields.ts'

type Field = 'server' | 'tool' | 'inputs' | 'outputs' | 'waiting' | 'timeoutMs' | 'retries'

export const toolEditor: NodeEditor<Field> = {
  title: { en: 'Tool', fr: 'Outil' },
  icon: 'wrench',
  group: 'do',
  help: {
    en: 'Uses a tool of a connected MCP server.\nIts answer fills variables.\nExample: server crm, tool findOrder, state = result.state',
    fr: 'Utilise un outil d’un serveur MCP connecté.\nSa réponse remplit des variables.\nExemple : serveur crm, outil findOrder, state = result.state',
  },
  fields: {
    server: { label: { en: 'Server', fr: 'Serveur' }, widget: 'text', required: true },
    tool: { label: { en: 'Tool', fr: 'Outil' }, widget: 'text', required: true },
    inputs: { label: { en: 'What it is given', fr: 'Ce qu’il reçoit' }, widget: 'rows', columns: inputColumns },
    ...requestFields(['result']),
  },
}
