import type { Flow } from '@parley/flow-runtime'
import { mergeNotes, type NoteNode } from '../notes/merge-notes.ts'
import { type CardNode, mergeNodes } from './merge-nodes.ts'

export type CanvasNode = CardNode | NoteNode

/** What React Flow draws: the notes, and over them the cards. */
export function mergeCanvas(before: readonly CanvasNode[], { nodes, notes }: Flow, selected: readonly string[]): CanvasNode[] {
  const oldCards = before.filter((node) => node.type === 'card')
  const oldNotes = before.filter((node) => node.type === 'note')
  return [...mergeNotes(oldNotes, notes, selected), ...mergeNodes(oldCards, nodes, selected)]
}
