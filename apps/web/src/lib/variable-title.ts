import type { Flow } from '@parley/flow-runtime'

/** What the author calls a variable, else its name. */
export const variableTitle = (flow: Pick<Flow, 'variables'> | null, name: string): string =>
  flow?.variables.find((variable) => variable.name === name)?.label || name
