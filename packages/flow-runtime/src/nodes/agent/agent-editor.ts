import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'
import type { AgentConfig } from './agent-config.ts'

const description = { label: { en: 'When', fr: 'Quand' }, widget: 'text' } as const

export const agentEditor: NodeEditor<keyof AgentConfig> = {
  title: { en: 'Agent', fr: 'Agent' },
  icon: 'bot',
  group: 'listen',
  help: {
    en: 'A language model talks with the caller toward a goal.\nIt only uses the tools and the ways out listed here, and never more turns than allowed.\nExample: finds out what is wrong with the boiler, then leaves by "urgent" or "canWait".',
    fr: 'Un modèle de langage parle avec l’appelant pour atteindre un but.\nIl n’utilise que les outils et les sorties listés ici, et jamais plus de tours que permis.\nExemple : trouve ce qu’a la chaudière, puis sort par « urgent » ou « canWait ».',
  },
  fields: {
    goal: { label: { en: 'Goal', fr: 'But' }, widget: 'textarea', required: true },
    instructions: {
      label: { en: 'Instructions', fr: 'Consignes' },
      widget: 'textarea',
      help: { en: 'May use variables in {{ }}.', fr: 'Peut utiliser des variables entre {{ }}.' },
    },
    opening: {
      label: { en: 'First words', fr: 'Premiers mots' },
      widget: 'localizedText',
      help: { en: 'Empty: the model finds them.', fr: 'Vide : le modèle les trouve.' },
    },
    exits: {
      label: { en: 'Ways out', fr: 'Sorties' },
      widget: 'rows',
      required: true,
      columns: {
        name: { label: { en: 'Outcome', fr: 'Issue' }, widget: 'text', required: true, outcome: true },
        description: { ...description, required: true },
      },
    },
    results: {
      label: { en: 'Finds out', fr: 'Doit trouver' },
      widget: 'variables',
      help: { en: 'Variables the conversation fills.', fr: 'Variables que la conversation remplit.' },
    },
    tools: {
      label: { en: 'Tools it may use', fr: 'Outils autorisés' },
      widget: 'rows',
      columns: {
        name: { label: { en: 'Tool', fr: 'Outil' }, widget: 'text', required: true },
        description,
        arguments: { label: { en: 'Takes', fr: 'Reçoit' }, widget: 'text' },
        server: { label: { en: 'Server', fr: 'Serveur' }, widget: 'text' },
      },
    },
    toolTimeoutMs: {
      label: { en: 'Longest time for a tool (milliseconds)', fr: 'Durée maximale d’un outil (millisecondes)' },
      widget: 'number',
    },
    maxTurns: {
      label: { en: 'Turns of the caller', fr: 'Tours de l’appelant' },
      widget: 'number',
      help: { en: 'Then the flow goes on by “turnLimit”.', fr: 'Ensuite, le flux continue par « turnLimit ».' },
    },
    listening: questionFields.listening,
  },
}
