import { Environment } from '@marcbachmann/cel-js'
import type { VariableDeclaration, VariableType } from './variables.ts'

/** Names of the read-only facts; no variable can be called like one of them. */
const factNames: readonly string[] = ['call', 'contact', 'turn', 'known']
const celWords =
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' ')
const bare = new Environment()

/** Whether the expression language, the facts or every object already use this name. */
export const isReservedName = (name: string) =>
  factNames.includes(name) || celWords.includes(name) || bare.hasVariable(name) || Object.hasOwn(Object.prototype, name)

const celTypes: Partial<Record<VariableType, string>> = {
  number: 'double',
  boolean: 'bool',
  list: 'list',
  object: 'map',
  money: 'dyn',
  duration: 'dyn',
}

/** The typed surroundings of expressions: the declared variables and the facts of the call, nothing else. */
export function createEnvironment(variables: readonly VariableDeclaration[]): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false })
  const known: Record<string, string> = {}
  for (const { name, type } of variables) {
    if (isReservedName(name) || known[name]) continue
    environment.registerVariable(name, celTypes[type] ?? 'string')
    known[name] = 'bool'
  }
  environment.registerVariable({
    name: 'call',
    schema: { id: 'string', direction: 'string', channel: 'string', startedAt: 'string', date: 'string', time: 'string' },
  })
  environment.registerVariable({ name: 'contact', schema: { name: 'string', phone: 'string' } })
  environment.registerVariable({ name: 'turn', schema: { count: 'double' } })
  environment.registerVariable({ name: 'known', schema: known })
  for (const [left, right] of [
    ['double', 'int'],
    ['int', 'double'],
  ] as const) {
    environment.registerOperator(`${left} + ${right}: double`, (a, b) => Number(a) + Number(b))
    environment.registerOperator(`${left} - ${right}: double`, (a, b) => Number(a) - Number(b))
    environment.registerOperator(`${left} * ${right}: double`, (a, b) => Number(a) * Number(b))
    environment.registerOperator(`${left} / ${right}: double`, (a, b) => Number(a) / Number(b))
  }
  environment.registerOperator('double == int', (a, b) => Number(a) === Number(b))
  return environment
}
