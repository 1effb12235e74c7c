import type { Flow, FlowNode, Language } from '@parley/flow-runtime'
import { spokenPreview } from '@parley/flow-runtime/authoring'
import { editorOf, spokenWords } from '../flow-editor/node-words.ts'

const mostNodes = 6

/** What a caller hears until they are to answer, with examples for the variables. `now`: epoch milliseconds. */
export function openingWords(flow: Flow, language: Language, now: number): string {
  const words: string[] = []
  let node = flow.nodes.find(({ id }) => id === flow.start)
  for (let seen = 0; node && seen < mostNodes; seen++) {
    words.push(spokenWords(node, language, flow.languages[0] ?? 'en') ?? '')
    if (editorOf(node.type).group === 'listen') break
    node = following(flow, node)
  }
  return words
    .filter((said) => said !== '')
    .map((said) => spokenPreview(flow, said, language, now))
    .join(' ')
}

const following = (flow: Flow, { id }: FlowNode): FlowNode | undefined => {
  const edge = flow.edges.find(({ source }) => source === id)
  return flow.nodes.find((node) => node.id === edge?.target)
}
