import type { NodeContext } from '../node-type.ts'

/** Whether words or a tool of this node are still under way; news said in between are not the node's. */
export const isBusy = ({ nodeId, state }: NodeContext): boolean =>
  state.awaiting.some((effect) => effect.nodeId === nodeId && (effect.type === 'callTool' || (effect.type === 'say' && !effect.aside)))
