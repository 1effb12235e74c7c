import type { Flow, FlowNode } from './flow.ts'
import { intentCandidates } from './intent-candidates.ts'
import { subflowOf } from './interpreter/place.ts'
import { listensIn } from './listens-in.ts'
import { nodeTypeOf } from './node-type-of.ts'
import type { Language } from './text.ts'
import type { IntentCandidate, UnderstandRequest } from './understanding.ts'

type IntentSet = Pick<UnderstandRequest, 'language' | 'intents'>

/**
 * Every set of intents the flow can ask to choose from, exactly as its requests have them while no `anywhere` handler is cooling down:
 * to be learned before the first answer.
 */
export function knownIntentSets(flow: Flow, language: Language): IntentSet[] {
  const outer = wishesOf(flow, language)
  const sets = flow.nodes.flatMap((node) => setOf(flow, node, outer, language))
  const inner = Object.keys(flow.subflows).flatMap((key) => {
    const subflow = subflowOf(flow, key)
    if (!subflow) return []
    const wishes = withoutDoubles([...wishesOf(subflow, language), ...outer])
    return subflow.nodes.flatMap((node) => setOf(subflow, node, wishes, language))
  })
  return [...new Map([...sets, ...inner].map((set) => [JSON.stringify(set), set])).values()]
}

function setOf(flow: Flow, node: FlowNode, wishes: readonly IntentCandidate[], language: Language): IntentSet[] {
  const { intents } = nodeTypeOf(node)
  if (!listensIn(node) && !intents) return []
  const all = withoutDoubles([...intentCandidates(flow, intents?.(node.data) ?? [], language), ...wishes])
  return all.length === 0 ? [] : [{ language, intents: all }]
}

const wishesOf = (flow: Flow, language: Language): IntentCandidate[] =>
  flow.nodes.flatMap((node) => (node.type === 'anywhere' ? intentCandidates(flow, node.data.intents, language) : []))

const withoutDoubles = (intents: readonly IntentCandidate[]) =>
  intents.filter(({ name }, at) => intents.findIndex((other) => other.name === name) === at)
