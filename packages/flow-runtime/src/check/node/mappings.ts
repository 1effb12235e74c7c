import { compile } from '../../expressions.ts'
import { typeNames } from '../catalogue/type-names.ts'
import { type NodeField, records } from '../fields.ts'
import type { NodeCheck } from './own-problems.ts'
import { fitsVariable } from './value-types.ts'

/** VALUE_WRONG_TYPE: what is put into a variable is of its type; at run time it would be left out. */
export const checkMappings: NodeCheck = ({ fields }, { flow, locale }, report) => {
  for (const place of fields) {
    for (const { variable, value } of assignmentsIn(place)) {
      const declaration = flow.variables.find(({ name }) => name === variable)
      const compiled = compile(flow.variables, value, place.hint.sees)
      if (!declaration || !compiled.ok || fitsVariable(declaration, compiled.type, value)) continue
      const values = { name: variable, type: typeNames[declaration.type][locale], source: value }
      report({ code: 'VALUE_WRONG_TYPE', field: place.field, values })
    }
  }
}

/** Assignments, and the rows that name a variable beside the expression that gives its value. */
function assignmentsIn({ hint, value, cell }: NodeField): { variable: string; value: string }[] {
  if (hint.widget === 'assignments') {
    return records(value).flatMap(({ variable, value: source }) =>
      typeof variable === 'string' && typeof source === 'string' ? [{ variable, value: source }] : [],
    )
  }
  if (hint.widget !== 'expression' || !cell || typeof value !== 'string') return []
  const into = Object.entries(cell.hints).find(([, other]) => other.widget === 'variable')
  const variable = into ? cell.record[into[0]] : undefined
  return typeof variable === 'string' ? [{ variable, value }] : []
}
