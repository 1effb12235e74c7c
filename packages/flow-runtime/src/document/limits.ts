/**
 * What a flow may measure when it is read. A telephone conversation is far below all of them; beyond, a document is
 * a mistake or an attack, and is refused before it is looked at closely.
 */
export const readLimits = {
  /** Characters (UTF-16 units) of the whole JSON text, or of all texts and names of a value. */
  characters: 10 * 1024 * 1024,
  /** Nodes and edges of the document, its subflows included. */
  nodes: 5_000,
  edges: 20_000,
  /** Characters of one text; read aloud, 20,000 take twenty minutes. */
  textCharacters: 20_000,
  /** Objects and lists within each other. */
  depth: 64,
  /** Problems reported of one document. */
  problems: 50,
} as const
