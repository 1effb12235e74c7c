import { type NodeContext, type NodeEvent, type NodeStep, nodeTypes } from '@parley/flow-runtime'
import { vi } from 'vitest'

type Behaviour = {
  enter(context: NodeContext): NodeStep<null>
  on?(event: NodeEvent): NodeStep<null>
}

const { say } = nodeTypes
const { enter, on } = say

/** Gives `say` nodes with these texts another behaviour until mocks are restored: any effect a test needs, without a node type for it. */
export function standInNodes(behaviours: Readonly<Record<string, Behaviour>>): void {
  const behaviourOf = (text: unknown) => (typeof text === 'string' ? behaviours[text] : undefined)
  vi.spyOn(say, 'enter').mockImplementation((data, context) => behaviourOf(data.text)?.enter(context) ?? enter.call(say, data, context))
  vi.spyOn(say, 'on').mockImplementation((data, event, context, memory) => {
    const behaviour = behaviourOf(data.text)
    return behaviour ? (behaviour.on?.(event) ?? {}) : on.call(say, data, event, context, memory)
  })
}
