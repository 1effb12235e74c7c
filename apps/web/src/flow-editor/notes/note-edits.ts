import type { Flow, FlowNote, Operation, SingleOperation } from '@parley/flow-runtime'
import { type Box, boxAround, boxOf, isInside } from '../arrange/box-of.ts'
import { noteCanvasId, noteIdOf } from './note-size.ts'

type Point = { x: number; y: number }

/** An id no note of the flow has. */
export function newNoteId(notes: readonly { id: string }[]): string {
  const taken = new Set(notes.map(({ id }) => id))
  for (let number = 1; ; number++) if (!taken.has(`note${number}`)) return `note${number}`
}

/** An empty note, and what it is called on the canvas. */
export function placeNote(flow: Flow, { x, y }: Point): { id: string; operation: Operation } {
  const note = { id: newNoteId(flow.notes), position: { x: Math.round(x / 10) * 10, y: Math.round(y / 10) * 10 }, text: '' }
  return { id: noteCanvasId(note.id), operation: { type: 'setNotes', notes: [...flow.notes, note] } }
}

/** Changes one note. */
export const changeNote = (flow: Flow, id: string, change: Partial<FlowNote>): Operation => ({
  type: 'setNotes',
  notes: flow.notes.map((note) => (note.id === id ? { ...note, ...change } : note)),
})

/** The notes at other places, as an edit; nothing where none of them moves. */
export function moveNotes(flow: Flow, places: ReadonlyMap<string, Point>): SingleOperation[] {
  const notes = flow.notes.map((note) => {
    const position = places.get(noteCanvasId(note.id))
    return position && (position.x !== note.position.x || position.y !== note.position.y) ? { ...note, position } : note
  })
  return notes.some((note, index) => note !== flow.notes[index]) ? [{ type: 'setNotes', notes }] : []
}

const margin = 24
const titleHeight = 32

/** A frame with a title around some cards and notes; undefined when there are none. */
export function frameAround(flow: Flow, ids: readonly string[], title: string): { id: string; operation: Operation } | undefined {
  const around = boxAround(ids.flatMap((id) => boxOf(flow, id) ?? []))
  if (!around) return undefined
  const note: FlowNote = {
    id: newNoteId(flow.notes),
    position: { x: around.x - margin, y: around.y - margin - titleHeight },
    text: title,
    size: { width: around.width + 2 * margin, height: around.height + 2 * margin + titleHeight },
    frame: true,
  }
  return { id: noteCanvasId(note.id), operation: { type: 'setNotes', notes: [...flow.notes, note] } }
}

/** A frame and all that lies wholly inside: they move together. */
export function withInside(flow: Flow, frameId: string): string[] {
  const frame = boxOf(flow, frameId)
  const inFrame = (id: string) => {
    const box: Box | undefined = boxOf(flow, id)
    return frame !== undefined && box !== undefined && id !== frameId && isInside(box, frame)
  }
  const all = [...flow.nodes.map(({ id }) => id), ...flow.notes.map(({ id }) => noteCanvasId(id))]
  return [frameId, ...all.filter(inFrame)]
}

/** The notes without some, by their ids on the canvas. */
export function removeNotes(flow: Flow, ids: readonly string[]): SingleOperation[] {
  const gone = new Set(ids.flatMap((id) => noteIdOf(id) ?? []))
  return gone.size === 0 ? [] : [{ type: 'setNotes', notes: flow.notes.filter(({ id }) => !gone.has(id)) }]
}
