import { isObject } from '../is-object.ts'
import { eachEntry } from './each-entry.ts'
import type { Migration } from './migration.ts'

const askingTypes: readonly unknown[] = ['ask', 'intent']

/** Before version 1 the words of every node were its `prompt`: now `question` where it listens, `text` elsewhere. */
export const textsSayWhatTheyAre: Migration = {
  from: 0,
  name: 'texts-say-what-they-are',
  up: (document) =>
    eachEntry(document, 'nodes', (node) => {
      const field = askingTypes.includes(node.type) ? 'question' : 'text'
      if (!isObject(node.data) || !('prompt' in node.data) || field in node.data) return node
      const { prompt, ...rest } = node.data
      return { ...node, data: { ...rest, [field]: prompt } }
    }),
}
