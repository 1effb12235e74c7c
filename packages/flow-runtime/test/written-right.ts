import { compile } from '../src/expressions.ts'
import { type Flow, flow as flowSchema } from '../src/flow.ts'
import type { FieldHint } from '../src/node-type.ts'
import { nodeTypeOf } from '../src/node-type-of.ts'

/**
 * A random flow with every field filled in as its form asks for (names that exist, braces that close, conditions that are yes or no), and
 * every outcome led somewhere.
 */
export function writtenRight(flow: Flow): Flow {
  const intents = flow.intents.map(({ name }) => ({ name, samples: { en: [`I want ${name}`], fr: [`je veux ${name}`] } }))
  const nodes = flow.nodes.map((node) => ({ ...node, data: right(nodeTypeOf(node).editor.fields, node.data, flow) }))
  const written = flowSchema.parse({ ...flow, intents, nodes })
  const targets = flow.edges.map(({ target }) => target).filter((target) => nodes.some(({ id }) => id === target))
  const edges = written.nodes.flatMap((node, row) =>
    nodeTypeOf(node)
      .outcomes(node.data, written)
      .filter((outcome) => !nodeTypeOf(node).optionalOutcomes?.includes(outcome))
      .map((sourceHandle, column) => {
        const target = targets[(row * 5 + column) % targets.length] ?? written.start
        return { id: `${node.id}-${sourceHandle}`, source: node.id, sourceHandle, target }
      }),
  )
  return { ...written, edges }
}

type Data = Readonly<Record<string, unknown>>

function right(hints: Readonly<Record<string, FieldHint>>, data: Data, flow: Flow): Data {
  return { ...data, ...Object.fromEntries(Object.entries(hints).map(([name, hint]) => [name, rightValue(hint, data[name], flow, data)])) }
}

function rightValue(hint: FieldHint, value: unknown, flow: Flow, data: Data): unknown {
  const variables = flow.variables.map(({ name }) => name)
  const known = (name: unknown) => (typeof name === 'string' && variables.includes(name) ? name : 'day')
  const list = Array.isArray(value) ? value : []
  switch (hint.widget) {
    case 'localizedText': {
      const [text = ''] = typeof value === 'string' ? [value] : Object.values(isData(value) ? value : {})
      return text === '' && !hint.required ? {} : { en: rightText(text), fr: rightText(text) }
    }
    case 'textarea':
      return rightText(value)
    case 'phone':
      return '+15550100'
    case 'service':
      return 'Cleaning'
    case 'variable':
      return value === '' && !hint.required ? '' : known(value)
    case 'variables':
      return list.map(known)
    case 'intents':
      return [
        ...new Set(
          list.map((name) => (flow.intents.some((intent) => intent.name === name) ? name : 'book')).concat(hint.required ? 'book' : []),
        ),
      ]
    case 'expression':
      return 'variable' in data ? 'null' : condition(value, flow)
    case 'conditions':
      return list
        .map((one, at) => ({ name: `way${at}`, when: condition(isData(one) ? one.when : '', flow) }))
        .concat({ name: 'way', when: 'known.day' })
    case 'assignments':
      return list
        .map((one) => ({ variable: known(isData(one) ? one.variable : ''), value: 'null' }))
        .concat({ variable: 'party', value: 'party + 1' })
    case 'rows':
      return (list.length === 0 && hint.required ? [{}] : list).map((one, at) => {
        const record = right(hint.columns ?? {}, isData(one) ? one : {}, flow)
        if ('output' in record) return { variable: 'who', output: 'who' }
        if (hint.columns?.variable?.widget === 'text') return { variable: 'day', value: '"2026-11-24"' }
        return 'name' in record ? { ...record, name: `way${at}` } : record
      })
    case 'group':
      return value
    case 'subflow':
      return Object.keys(flow.subflows)[0] ?? ''
    case 'result':
      return value === '' ? '' : flow.interface.results[0]
    default:
      return hint.required && value === '' ? 'a' : value
  }
}

const rightText = (value: unknown) => (typeof value === 'string' && /^[^{]+$|\{\{ (?:day|party) \}\}/.test(value) ? value : 'Well.')

function condition(value: unknown, flow: Flow): string {
  const compiled = typeof value === 'string' ? compile(flow.variables, value) : undefined
  return compiled?.ok && compiled.type === 'bool' && typeof value === 'string' ? value : 'known.day'
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
