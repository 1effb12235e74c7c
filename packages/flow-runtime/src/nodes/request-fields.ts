import type { AnswerName, FieldHint } from '../node-type.ts'

/** Rows of a name and an expression, given to another system. */
export const inputColumns = {
  name: { label: { en: 'Name', fr: 'Nom' }, widget: 'text', required: true },
  value: { label: { en: 'Value', fr: 'Valeur' }, widget: 'expression', required: true },
} as const satisfies Record<string, FieldHint>

export const timeoutField = {
  label: { en: 'Longest wait (milliseconds)', fr: 'Attente maximale (millisecondes)' },
  widget: 'number',
} as const satisfies FieldHint

/** The fields shared by nodes that ask another system; `sees`: what their outputs can be computed from. */
export const requestFields = (sees: readonly AnswerName[]) =>
  ({
    outputs: {
      label: { en: 'Take from the answer', fr: 'Reprendre de la réponse' },
      widget: 'rows',
      help: {
        en: '“result” is the answer, for example result.customer.name.',
        fr: '« result » est la réponse, par exemple result.customer.name.',
      },
      columns: {
        variable: { label: { en: 'Into', fr: 'Dans' }, widget: 'variable', required: true },
        value: { label: { en: 'Value', fr: 'Valeur' }, widget: 'expression', required: true, sees },
      },
    },
    waiting: {
      label: { en: 'What the caller hears meanwhile', fr: 'Ce que l’appelant entend pendant ce temps' },
      widget: 'localizedText',
    },
    timeoutMs: timeoutField,
    retries: { label: { en: 'Further attempts', fr: 'Nouvelles tentatives' }, widget: 'number' },
  }) as const satisfies Record<string, FieldHint>
