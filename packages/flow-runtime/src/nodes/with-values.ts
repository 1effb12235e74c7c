import type { NodeContext } from '../node-type.ts'
import type { Variables } from '../variables.ts'

/** The call as it will be once these values are kept: for words said in the same step. */
export const withValues = (context: NodeContext, values: Variables): NodeContext => ({
  ...context,
  state: { ...context.state, variables: { ...context.state.variables, ...values } },
})
