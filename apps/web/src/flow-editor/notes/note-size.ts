import type { FlowNote } from '@parley/flow-runtime'

const prefix = 'note:'

/** What a note is called on the canvas and in the selection, where cards have names of their own. */
export const noteCanvasId = (id: string): string => `${prefix}${id}`
/** The note's own id; undefined for a card's. */
export const noteIdOf = (canvasId: string): string | undefined => (canvasId.startsWith(prefix) ? canvasId.slice(prefix.length) : undefined)

const plain = { width: 220, height: 120 }

/** How large a note is drawn, in pixels of the canvas. */
export const noteSize = (note: FlowNote): { width: number; height: number } => note.size ?? plain
