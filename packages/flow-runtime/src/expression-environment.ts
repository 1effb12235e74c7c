import { Environment } from '@marcbachmann/cel-js'
import { registerFunctions } from './expression-functions.ts'
import { registerNumbers } from './expression-numbers.ts'
import { factTypes } from './fact-types.ts'
import type { VariableDeclaration, VariableType } from './variables.ts'

const celTypes = {
  text: 'string',
  personName: 'string',
  date: 'string',
  time: 'string',
  dateTime: 'string',
  phone: 'string',
  email: 'string',
  choice: 'string',
  number: 'double',
  money: 'double',
  duration: 'double',
  boolean: 'bool',
  list: 'list',
  object: 'map',
} as const satisfies Record<VariableType, string>

const celWords =
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' ')

/** What is the same in every flow, built once: the facts, the functions and the numbers. */
const common = createCommon()

/** Whether the expression language, the facts or every object already use this name: no variable can be called so. */
export const isReservedName = (name: string) =>
  name === 'known' || celWords.includes(name) || common.hasVariable(name) || Object.hasOwn(Object.prototype, name)

/** The typed surroundings of expressions: the declared variables and the facts of the call, nothing else. */
export function createEnvironment(variables: readonly VariableDeclaration[]): Environment {
  const environment = common.clone()
  const known: Record<string, string> = {}
  for (const { name, type } of variables) {
    if (isReservedName(name) || known[name]) continue
    environment.registerVariable(name, celTypes[type])
    known[name] = 'bool'
  }
  return environment.registerVariable({ name: 'known', schema: known })
}

function createCommon(): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false })
  for (const [name, fields] of Object.entries(factTypes)) {
    const schema = Object.fromEntries(Object.entries(fields).map(([field, type]) => [field, celTypes[type]]))
    environment.registerVariable({ name, schema })
  }
  environment.registerVariable('lead', 'map')
  registerNumbers(environment)
  registerFunctions(environment)
  return environment
}
