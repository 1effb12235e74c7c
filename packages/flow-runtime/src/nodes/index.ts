import { end } from './end/end.ts'
import { greeting } from './greeting/greeting.ts'
import { say } from './say/say.ts'

/** Every node type the product knows. Adding one = a folder next door and one line here. */
export const nodeTypes = { greeting, say, end } as const
export type NodeTypes = typeof nodeTypes
export type NodeType = keyof NodeTypes
