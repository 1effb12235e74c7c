/** One step from a schema version to the next. `up` takes any object with that version, sound or not, and changes no value it is given. */
export type Migration = {
  from: number
  /** Stable, in words: shown after reading. */
  name: string
  up(document: Document): Document
}

/** A document before its schema is checked. */
export type Document = Readonly<Record<string, unknown>>
