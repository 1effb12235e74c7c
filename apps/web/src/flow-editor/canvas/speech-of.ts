import { type Flow, type FlowNode, type Language, type NodeType, nodeTypeOf } from '@parley/flow-runtime'

/** Where a node's words come from: all made at publish, partly in the call, or written by a model in the call. */
export type SpeechKind = 'known' | 'partly' | 'live'

const modelWritten: readonly NodeType[] = ['agent', 'answer']
/** These say what they have found or noted in sentences of their own. */
const saysValues: readonly NodeType[] = ['book', 'form']

/** Where the words come from that a node speaks in a language; undefined when it says nothing. */
export function speechOf(node: FlowNode, flow: Flow, language: Language): SpeechKind | undefined {
  if (modelWritten.includes(node.type)) return 'live'
  const texts = nodeTypeOf(node).speaks(node.data, flow, language)
  if (texts.length === 0) return undefined
  return saysValues.includes(node.type) || texts.some((text) => text.includes('{{')) ? 'partly' : 'known'
}
