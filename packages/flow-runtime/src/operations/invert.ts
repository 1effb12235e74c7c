import type { Flow } from '../flow.ts'
import { apply } from './apply.ts'
import { editsBetween } from './edits-between.ts'
import type { Operation } from './operation.ts'

/**
 * The edit that takes `operation` back, given the flow it is applied to. Undone, the flow says the same as before;
 * nodes and edges that come back may stand at the end of their lists.
 */
export const invert = (flow: Flow, operation: Operation): Operation => editsBetween(apply(flow, operation), flow)
