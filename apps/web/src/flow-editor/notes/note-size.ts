import type { FlowNote } from '@parley/flow-runtime'

const prefix = 'note:'

/** What a note is called on the canvas and in the selection, where cards have names of their own. */
export const noteCanvasId = (id: string): string => `${prefix}${id}`
/** The note's own id; undefined for a card's. */
export const noteIdOf = (canvasId: string): string | undefined => (canvasId.startsWith(prefix) ? canvasId.slice(prefix.length) : undefined)

const width = 220
const lineHeight = 19
const charactersPerLine = 30

/** How large a note is drawn, in pixels of the canvas. */
export const noteSize = (note: FlowNote): { width: number; height: number } =>
  note.size ?? { width, height: 26 + lineHeight * linesOf(note.text) }

/** About as many lines as the text takes when it is drawn, and room to write. */
const linesOf = (text: string) =>
  Math.max(
    3,
    text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0),
  )
