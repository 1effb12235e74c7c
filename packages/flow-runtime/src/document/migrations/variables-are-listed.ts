import { isObject } from '../is-object.ts'
import type { Migration } from './migration.ts'

/** Before version 1 variables were a record of name → type. */
export const variablesAreListed: Migration = {
  from: 0,
  name: 'variables-are-listed',
  up(document) {
    if (!isObject(document.variables)) return document
    return { ...document, variables: Object.entries(document.variables).map(([name, type]) => ({ name, type })) }
  },
}
