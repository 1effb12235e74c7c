import type { Flow, Language } from '@parley/flow-runtime'
import { mergeNotes, type NoteNode } from '../notes/merge-notes.ts'
import { type CardNode, mergeNodes } from './merge-nodes.ts'

export type CanvasNode = CardNode | NoteNode

/** What React Flow draws: the notes, and over them the cards; the same list where nothing changed. */
export function mergeCanvas(before: CanvasNode[], flow: Flow, selected: readonly string[], locale: Language): CanvasNode[] {
  const oldCards = before.filter((node) => node.type === 'card')
  const oldNotes = before.filter((node) => node.type === 'note')
  const merged = [...mergeNotes(oldNotes, flow.notes, selected), ...mergeNodes(oldCards, flow, selected, locale)]
  const isSame = merged.length === before.length && merged.every((node, index) => node === before[index])
  return isSame ? before : merged
}
