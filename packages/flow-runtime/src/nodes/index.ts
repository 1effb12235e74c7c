import { ask } from './ask/ask.ts'
import { book } from './book/book.ts'
import { branch } from './branch/branch.ts'
import { end } from './end/end.ts'
import { greeting } from './greeting/greeting.ts'
import { intent } from './intent/intent.ts'
import { say } from './say/say.ts'
import { set } from './set/set.ts'
import { transfer } from './transfer/transfer.ts'

/** Every node type the product knows. Adding one = a folder next door and one line here. */
export const nodeTypes = { greeting, say, intent, ask, branch, set, book, transfer, end } as const
export type NodeTypes = typeof nodeTypes
export type NodeType = keyof NodeTypes
