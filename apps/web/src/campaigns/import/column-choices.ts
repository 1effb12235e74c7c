import { type ColumnMapping, columnMapping } from '@parley/campaigns/column-mapping'
import type { GuessedMapping } from './file-preview.ts'

export const fixedKinds = ['phone', 'name', 'timeZone', 'country'] as const
export const variableKinds = ['text', 'number', 'date', 'boolean'] as const
export const columnKinds = ['ignore', ...fixedKinds, ...variableKinds] as const
export type ColumnKind = (typeof columnKinds)[number]
type VariableKind = (typeof variableKinds)[number]

/** What a column is; `variable`: its name in the flow, if it becomes one. */
export type ColumnChoice = { kind: ColumnKind; variable: string }

export const isVariable = (kind: ColumnKind): kind is VariableKind => variableKinds.some((one) => one === kind)

/** What each of so many columns seems to be. */
export function choicesOf(mapping: GuessedMapping, columns: number): ColumnChoice[] {
  return Array.from({ length: columns }, (_, column) => {
    const fixed = fixedKinds.find((kind) => mapping[kind] === column)
    const variable = mapping.variables.find((one) => one.column === column)
    return { kind: fixed ?? variable?.type ?? 'ignore', variable: variable?.name ?? `column${column + 1}` }
  })
}

/** One column becomes something else; what there can be once only is taken from the column that was it. */
export function chooseKind(choices: readonly ColumnChoice[], column: number, kind: ColumnKind): ColumnChoice[] {
  const isSingle = fixedKinds.some((one) => one === kind)
  return choices.map((choice, index) => {
    if (index === column) return { ...choice, kind }
    return isSingle && choice.kind === kind ? { ...choice, kind: 'ignore' } : choice
  })
}

type Read = { mapping: ColumnMapping; fault?: undefined } | { mapping?: undefined; fault: 'phoneMissing' | 'variableWrong' }

/** The choices as the server takes them, or what is wrong with them. */
export function mappingOf(choices: readonly ColumnChoice[]): Read {
  const columnOf = (kind: ColumnKind) => {
    const column = choices.findIndex((choice) => choice.kind === kind)
    return column < 0 ? undefined : column
  }
  const phone = columnOf('phone')
  if (phone === undefined) return { fault: 'phoneMissing' }
  const variables = choices.flatMap(({ kind, variable }, column) =>
    isVariable(kind) ? [{ column, name: variable.trim(), type: kind }] : [],
  )
  const read = columnMapping.safeParse({
    phone,
    ...{ name: columnOf('name'), timeZone: columnOf('timeZone'), country: columnOf('country') },
    variables,
  })
  const areNamesOwn = new Set(variables.map(({ name }) => name)).size === variables.length
  return read.success && areNamesOwn ? { mapping: read.data } : { fault: 'variableWrong' }
}
