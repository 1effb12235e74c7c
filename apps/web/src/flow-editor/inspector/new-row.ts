import type { FieldHint } from '@parley/flow-runtime'
import type { ControlProps } from './field-types.ts'

export type Row = Readonly<Record<string, unknown>>

/** A row the setting accepts: empty where that is allowed, else with a numbered name. Undefined when nothing fits. */
export function newRow(columns: Readonly<Record<string, FieldHint>>, rows: readonly Row[], check: ControlProps['check']): Row | undefined {
  const candidates = Object.entries(columns).map(([name, hint]) => ({ name, values: candidatesFor(name, hint, rows), at: 0 }))
  const tries = candidates.reduce((sum, { values }) => sum + values.length, 1)
  for (let left = tries; left > 0; left -= 1) {
    const row = Object.fromEntries(candidates.flatMap(({ name, values, at }) => (values[at] === undefined ? [] : [[name, values[at]]])))
    const issues = check([...rows, row])
    if (issues.length === 0) return row
    const wrong = candidates.filter(({ name }) => issues.some(({ path }) => path[0] === rows.length && path[1] === name))
    const [next] = wrong.filter(({ values, at }) => at + 1 < values.length)
    if (!next) return undefined
    next.at += 1
  }
  return undefined
}

/** Values for a new cell, in the order in which they are tried; undefined leaves it to the setting's own default. */
function candidatesFor(name: string, { widget = 'text', options }: FieldHint, rows: readonly Row[]): readonly unknown[] {
  switch (widget) {
    case 'text':
    case 'phone':
    case 'textarea':
    case 'expression': {
      const free = (numbered: (number: number) => string): string => {
        let number = rows.length + 1
        while (rows.some((row) => row[name] === numbered(number))) number += 1
        return numbered(number)
      }
      return ['', free((number) => `${name}${number}`), free(String)]
    }
    case 'choice':
      return [undefined, ...(options ?? []).map(({ value }) => value)]
    case 'number':
      return [undefined, rows.length + 1]
    case 'toggle':
      return [undefined, false]
    case 'localizedText':
    case 'group':
      return [undefined, {}]
    case 'intents':
    case 'variables':
    case 'rows':
    case 'assignments':
    case 'conditions':
      return [undefined, []]
    case 'variable':
    case 'service':
    case 'subflow':
    case 'result':
      return ['', undefined]
  }
}
