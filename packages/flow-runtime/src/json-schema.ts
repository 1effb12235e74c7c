import * as z from 'zod'
import { flow } from './flow.ts'

/** JSON Schema (draft 2020-12) of the flow document as it is written: fields with a default may be left out. */
export function jsonSchema(): Record<string, unknown> {
  return { title: 'Parley flow', description: 'A conversation as a graph of nodes and edges.', ...z.toJSONSchema(flow, { io: 'input' }) }
}
