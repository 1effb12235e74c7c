import type { FlowNode } from '../../flow.ts'
import type { IntentDeclaration } from '../../flow-head.ts'
import { languageNames } from '../catalogue/language-names.ts'
import type { Finding } from '../finding.ts'
import { collisionOf } from '../intents/alike.ts'
import type { NodeFacts } from '../node/node-facts.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** Fewer sample sentences than this are learned from badly. */
const fewestSamples = 5

/**
 * INTENT_UNKNOWN, INTENT_WITHOUT_SAMPLES, INTENT_FEW_SAMPLES, INTENTS_TOO_ALIKE, WISH_HIDDEN: what is listened for is declared, can be
 * recognised and told apart.
 */
export const checkIntents: GraphCheck = (graph, report) => {
  const { flow, facts, byIntent } = graph
  const declared = new Map<string, IntentDeclaration>()
  for (const intent of flow.intents) {
    if (declared.has(intent.name)) report({ code: 'DUPLICATE_ID', field: 'intents', values: { id: intent.name } })
    else declared.set(intent.name, intent)
  }
  const told = new Set<string>()
  const firstOwn = new Map<string, FlowNode>()
  for (const { node, named, intents } of facts) {
    for (const { name, field } of named) {
      const intent = declared.get(name)
      if (intent) samples(graph, intent, !told.has(name), (finding) => report({ ...finding, nodeId: node.id, field, outcome: name }))
      else report({ code: 'INTENT_UNKNOWN', nodeId: node.id, field, outcome: name, values: { name }, fix: declaring(graph, name) })
      told.add(name)
    }
    for (const name of intents) if (!firstOwn.has(name)) firstOwn.set(name, node)
  }
  for (const number of byIntent) {
    const handler = facts[number]
    for (const { name, field } of handler?.named ?? []) {
      const hiding = firstOwn.get(name)
      if (handler && hiding)
        report({ code: 'WISH_HIDDEN', nodeId: handler.node.id, outcome: name, field, values: { name, node: hiding.id } })
    }
  }
  alike(graph, declared, report)
}

/** How many sentences an intent has to be recognised by; few of them are told of once. */
function samples({ flow, surroundings }: FlowGraph, intent: IntentDeclaration, isFirst: boolean, report: (finding: Finding) => void): void {
  for (const language of flow.languages) {
    const count = (intent.samples[language] ?? []).filter((sample) => sample.trim() !== '').length
    const values = { name: intent.name, count: String(count), language: languageNames[language][surroundings.locale] }
    if (count === 0) {
      report({ code: 'INTENT_WITHOUT_SAMPLES', severity: language === surroundings.first ? 'error' : 'warning', values })
    } else if (count < fewestSamples && isFirst) report({ code: 'INTENT_FEW_SAMPLES', values })
  }
}

function declaring({ flow }: FlowGraph, name: string): Finding['fix'] {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return undefined
  return { code: 'addIntent', values: { name }, operation: { type: 'setIntents', intents: [...flow.intents, { name, samples: {} }] } }
}

/** Pairs that one listening node may hear, the wishes heard everywhere among them; each pair once, at the first such node. */
function alike(
  { flow, facts, byIntent }: FlowGraph,
  declared: ReadonlyMap<string, IntentDeclaration>,
  report: (finding: Finding) => void,
): void {
  const wishes = [...new Set(byIntent.flatMap((number) => facts[number]?.named.map(({ name }) => name) ?? []))]
  const measured = new Set<string>()
  const measure = (names: readonly string[], others: readonly string[], { node, intents }: NodeFacts) => {
    for (const name of names) {
      for (const other of others) {
        const key = name < other ? `${name} ${other}` : `${other} ${name}`
        if (name === other || measured.has(key)) continue
        measured.add(key)
        const [a, b] = [declared.get(name), declared.get(other)]
        const collision = a && b && collisionOf(a, b)
        if (!collision || !flow.languages.includes(collision.language)) continue
        const [first, second] = collision.samples
        const values = { a: name, b: other, first, second, percent: String(Math.round(collision.similarity * 100)) }
        report({ code: 'INTENTS_TOO_ALIKE', nodeId: node.id, outcome: intents.includes(name) ? name : other, values })
      }
    }
  }
  let areWishesMeasured = false
  for (const own of facts) {
    if (own.listens && !areWishesMeasured) {
      measure(wishes, wishes, own)
      areWishesMeasured = true
    }
    if (own.intents.length > 0) measure(own.intents, [...own.intents, ...wishes], own)
  }
}
