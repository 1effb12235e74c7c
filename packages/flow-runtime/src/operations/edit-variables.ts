import { sameValue } from '../compare/same-value.ts'
import type { Flow } from '../flow.ts'
import type { VariableDeclaration } from '../variables.ts'
import { renameVariable } from './rename-variable.ts'

/** The same flow when the name is taken. */
export function addVariable(flow: Flow, variable: VariableDeclaration): Flow {
  return isDeclared(flow, variable.name) ? flow : { ...flow, variables: [...flow.variables, variable] }
}

/** The same flow when there is no such variable, the new name is taken, or nothing would change. */
export function updateVariable(flow: Flow, name: string, variable: VariableDeclaration): Flow {
  const before = flow.variables.find((declared) => declared.name === name)
  const isRenamed = variable.name !== name
  if (!before || sameValue(before, variable) || (isRenamed && isDeclared(flow, variable.name))) return flow
  const changed = { ...flow, variables: flow.variables.map((declared) => (declared === before ? variable : declared)) }
  return isRenamed ? renameVariable(changed, name, variable.name) : changed
}

/** The same flow when there is no such variable. */
export function removeVariable(flow: Flow, name: string): Flow {
  return isDeclared(flow, name) ? { ...flow, variables: flow.variables.filter((declared) => declared.name !== name) } : flow
}

const isDeclared = (flow: Flow, name: string) => flow.variables.some((declared) => declared.name === name)
