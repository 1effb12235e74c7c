import type { Flow } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignNodes, distributeNodes } from '../arrange/align.ts'
import { moveBy } from '../arrange/move-by.ts'
import { removeSelected } from '../arrange/remove-selected.ts'
import { clipOf } from '../clipboard/clip.ts'
import { duplicateSelected, pasteAt } from '../clipboard/paste-clip.ts'
import { insertOnEdge } from '../connect/insert-on-edge.ts'
import { newEdge, openOutcome, placeNode, placeNodeAfter } from '../node-edits.ts'
import { changeNote, frameAround, placeNote } from '../notes/note-edits.ts'
import { noteCanvasId } from '../notes/note-size.ts'
import { createEditorStore, type EditorStore } from './editor-store.ts'

const types = ['say', 'ask', 'intent', 'branch', 'end'] as const
const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const

/** One act of somebody at the canvas; `pick` numbers choose among what is there. */
const anyAct = fc.record({
  act: fc.constantFrom(
    'add',
    'after',
    'insert',
    'select',
    'copy',
    'duplicate',
    'remove',
    'align',
    'distribute',
    'move',
    'connect',
    'note',
    'write',
    'frame',
  ),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
  at: fc.record({ x: fc.integer({ min: -500, max: 1_500 }), y: fc.integer({ min: -500, max: 900 }) }),
})
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]
const onCanvas = ({ nodes, notes }: Flow) => [...nodes.map(({ id }) => id), ...notes.map(({ id }) => noteCanvasId(id))]

function perform(store: EditorStore, { act, pick, other, at }: Act): void {
  const { history, selected } = store.getState()
  const { flow } = history
  const node = chosen(flow.nodes, pick)
  const type = chosen(types, other) ?? 'say'
  const outcome = node && openOutcome(flow, node)
  const edge = chosen(flow.edges, pick)
  const note = chosen(flow.notes, pick)
  const clip = clipOf(flow, selected)
  if (act === 'add') store.edit(placeNode(flow, type, at).operation)
  if (act === 'after' && node && outcome !== undefined) store.edit(placeNodeAfter(flow, type, node, outcome).operation)
  if (act === 'insert' && edge) store.edit(insertOnEdge(flow, type, edge).operation, { label: 'insertNode' })
  if (act === 'select') store.select(onCanvas(flow).filter((_id, index) => (index + pick) % (1 + (other % 3)) === 0))
  if (act === 'copy' && clip) store.edit(pasteAt(flow, clip, at).operation, { label: 'paste' })
  if (act === 'duplicate') store.edit(duplicateSelected(flow, selected).operation, { label: 'duplicate' })
  if (act === 'remove') store.edit(removeSelected(flow, selected.slice(0, 2)), { label: 'removeNodes' })
  if (act === 'align') store.edit(alignNodes(flow, selected, chosen(alignments, pick) ?? 'left'), { label: 'align' })
  if (act === 'distribute') store.edit(distributeNodes(flow, selected, pick % 2 === 0 ? 'across' : 'down'), { label: 'distribute' })
  if (act === 'move') store.edit(moveBy(flow, selected, at), { key: `move ${selected.join(' ')}`, label: 'moveNodes' })
  if (act === 'connect' && node && outcome !== undefined)
    store.edit({ type: 'connect', edge: newEdge(node.id, outcome, chosen(flow.nodes, other)?.id ?? node.id) })
  if (act === 'note') store.edit(placeNote(flow, at).operation, { label: 'addNote' })
  if (act === 'write' && note)
    store.edit(changeNote(flow, note.id, { text: `Text ${other}` }), { key: `note ${note.id}`, label: 'changeNote' })
  if (act === 'frame') {
    const framed = frameAround(flow, selected, 'Group')
    if (framed) store.edit(framed.operation, { label: 'frame' })
  }
}

const byId = <T extends { id: string }>(entries: readonly T[]) => [...entries].sort((a, b) => a.id.localeCompare(b.id))
/** The order of nodes and edges means nothing. */
const said = (flow: Flow) => ({ ...flow, nodes: byId(flow.nodes), edges: byId(flow.edges) })

test('whatever was done on the canvas: undone altogether it is the flow of before, done again the flow of after', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 25 }), (acts) => {
      const store = createEditorStore(templates.threeNodes)
      for (const act of acts) perform(store, act)
      const { flow, past } = { flow: store.getState().history.flow, past: store.getState().history.past.length }
      while (store.undo());
      expect(said(store.getState().history.flow)).toEqual(said(templates.threeNodes))
      expect(store.getState().history.future).toHaveLength(past)
      while (store.redo());
      expect(said(store.getState().history.flow)).toEqual(said(flow))
    }),
    { numRuns: 60 },
  )
})
