import { isObject } from '../is-object.ts'
import type { Document } from './migration.ts'

/** The document with every entry of one of its lists that is an object changed; what is no list or no object stays. */
export function eachEntry(document: Document, group: 'nodes' | 'edges', change: (entry: Document, index: number) => Document): Document {
  const entries = document[group]
  if (!Array.isArray(entries)) return document
  return { ...document, [group]: entries.map((entry: unknown, index) => (isObject(entry) ? change(entry, index) : entry)) }
}
