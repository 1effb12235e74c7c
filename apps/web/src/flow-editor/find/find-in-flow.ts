import { type Flow, type FlowNode, type Language, usesVariable } from '@parley/flow-runtime'
import { editorOf, nodeTitle } from '../node-words.ts'
import { noteCanvasId } from '../notes/note-size.ts'

/** Where the searched words stand: in a title, an id, a setting (of a language), a note, or as a variable the node uses. */
type Place = { kind: 'title' | 'id' | 'type' | 'note' | 'variable' } | { kind: 'words'; language?: Language }
/** One find, by its id on the canvas, with the words around the match. */
export type Find = { id: string; node?: FlowNode; place: Place; before: string; match: string; after: string }

const around = 36

/** Everything a search finds in a flow: texts in all languages, titles, node types, ids, variables in use, notes; each node once. */
export function findInFlow(flow: Flow, search: string, locale: Language): Find[] {
  const wanted = plain(search.trim())
  if (wanted === '') return []
  const variable = flow.variables.find(({ name }) => plain(name) === wanted)?.name
  const inNodes = flow.nodes.flatMap((node): Find[] => {
    const title = nodeTitle(node, locale)
    const places: [Place, string][] = [
      [{ kind: 'title' }, title],
      ...wordsIn(node.data).map(({ words, language }): [Place, string] => [{ kind: 'words', language }, words]),
      [{ kind: 'type' }, editorOf(node.type).title[locale]],
      [{ kind: 'id' }, node.id],
    ]
    const found = firstMatch(places, wanted)
    if (found) return [{ id: node.id, node, ...found }]
    const isUsed = variable !== undefined && usesVariable(node, variable)
    return isUsed ? [{ id: node.id, node, place: { kind: 'variable' }, before: '', match: variable, after: '' }] : []
  })
  const inNotes = flow.notes.flatMap(({ id, text }): Find[] => {
    const found = firstMatch([[{ kind: 'note' }, text]], wanted)
    return found ? [{ id: noteCanvasId(id), ...found }] : []
  })
  return [...inNodes, ...inNotes]
}

function firstMatch(places: readonly [Place, string][], wanted: string): Omit<Find, 'id' | 'node'> | undefined {
  for (const [place, words] of places) {
    const at = plain(words).indexOf(wanted)
    if (at < 0) continue
    const [from, to] = [Math.max(0, at - around), at + wanted.length]
    return {
      place,
      before: (from > 0 ? '…' : '') + words.slice(from, at),
      match: words.slice(at, to),
      after: words.slice(to, to + 2 * around),
    }
  }
  return undefined
}

/** Small letters without accents, as many as there were: a place in it is a place in the words. */
const plain = (words: string): string =>
  Array.from({ length: words.length }, (_, index) => (words[index] ?? '').normalize('NFD')[0]?.toLowerCase()[0] ?? ' ').join('')

type Words = { words: string; language?: Language }

/** Every text in a node's settings, with its language where it has one. */
function wordsIn(value: unknown, language?: Language): Words[] {
  if (typeof value === 'string') return value === '' ? [] : [{ words: value, language }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => wordsIn(part, key === 'en' || key === 'fr' ? key : language))
}
