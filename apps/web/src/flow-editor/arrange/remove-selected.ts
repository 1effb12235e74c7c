import type { Flow, Operation, SingleOperation } from '@parley/flow-runtime'
import { removeNotes } from '../notes/note-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'

/** Deletes cards with their connections, and notes. */
export function removeSelected(flow: Flow, ids: readonly string[]): Operation {
  const nodes = ids.filter((id) => nodeById(flow, id)).map((id): SingleOperation => ({ type: 'removeNode', id }))
  return { type: 'batch', operations: [...nodes, ...removeNotes(flow, ids)] }
}
