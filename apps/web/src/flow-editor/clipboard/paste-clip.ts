import { type Flow, type FlowNode, type Operation, pasteInto, type SingleOperation } from '@parley/flow-runtime'
import { boxAround, boxOf } from '../arrange/box-of.ts'
import { freeShift } from '../card-size.ts'
import { embedSubflow } from '../embed-subflow.ts'
import { newNoteId } from '../notes/note-edits.ts'
import { noteCanvasId } from '../notes/note-size.ts'
import { type Clip, clipOf } from './clip.ts'

type Point = { x: number; y: number }
/** An edit, and what it adds by its ids on the canvas. */
type Pasted = { operation: Operation; ids: string[] }

/**
 * The edit that puts copied cards and notes into a flow, this or another: `by` pixels from where they were, further down where there is no
 * room. What the nodes need comes along: variables, intents and subflows that are missing; a variable or subflow that means something else
 * here gets a name of its own.
 */
export function pasteClip(flow: Flow, clip: Clip, by: Point): Pasted {
  const rounded = { x: Math.round(by.x / 10) * 10, y: Math.round(by.y / 10) * 10 }
  const { nodes, subflows } = withSubflows(flow, clip)
  const shift = nodes.length > 0 ? freeShift(withIntents(flow, clip), nodes, rounded) : rounded
  const { edges, variables, intents } = clip
  const paste = pasteInto(flow, { type: 'pasteNodes', nodes, edges, variables, intents }, shift)
  const notes = [...flow.notes]
  for (const note of clip.notes) {
    notes.push({ ...note, id: newNoteId(notes), position: { x: note.position.x + shift.x, y: note.position.y + shift.y } })
  }
  const operations: SingleOperation[] = [
    ...(subflows === flow.subflows ? [] : [{ type: 'setSubflows' as const, subflows }]),
    ...(paste.nodes.length > 0 ? [paste] : []),
    ...(clip.notes.length > 0 ? [{ type: 'setNotes' as const, notes }] : []),
  ]
  const ids = [...paste.nodes.map(({ id }) => id), ...notes.slice(flow.notes.length).map(({ id }) => noteCanvasId(id))]
  return { operation: { type: 'batch', operations }, ids }
}

/** The same, with the middle of what was copied at a point. */
export function pasteAt(flow: Flow, clip: Clip, at: Point): Pasted {
  const { nodes, notes } = clip
  const from = { ...withIntents(flow, clip), nodes, notes }
  const ids = [...nodes.map(({ id }) => id), ...notes.map(({ id }) => noteCanvasId(id))]
  const around = boxAround(ids.flatMap((id) => boxOf(from, id) ?? []))
  return pasteClip(flow, clip, around ? { x: at.x - around.x - around.width / 2, y: at.y - around.y - around.height / 2 } : at)
}

/** Copies of cards and notes a little lower, with the connections among them. */
export function duplicateSelected(flow: Flow, ids: readonly string[]): Pasted {
  const clip = clipOf(flow, ids)
  return clip ? pasteClip(flow, clip, { x: 40, y: 40 }) : { operation: { type: 'batch', operations: [] }, ids: [] }
}

/** How high a card is depends on what the intents of its flow are. */
const withIntents = (flow: Flow, { intents, subflows }: Clip): Flow => ({
  ...flow,
  intents: [...flow.intents, ...intents],
  subflows: { ...subflows, ...flow.subflows },
})

/** The subflows of the flow with those the copied nodes run, and the nodes under the keys these got. */
function withSubflows(flow: Flow, clip: Clip): { nodes: FlowNode[]; subflows: Flow['subflows'] } {
  let { subflows } = flow
  const nodes = clip.nodes.map((node): FlowNode => {
    const body = node.type === 'subflow' ? clip.subflows[node.data.flow] : undefined
    if (node.type !== 'subflow' || !body) return node
    if (JSON.stringify(subflows[node.data.flow]) === JSON.stringify(body)) return node
    const embedded = embedSubflow({ ...flow, subflows }, { ...body, subflows: clip.subflows })
    subflows = embedded.subflows
    return { ...node, data: { ...node.data, flow: embedded.key } }
  })
  return { nodes, subflows }
}
