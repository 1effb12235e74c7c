import { nodeTypeOf } from '../node-type-of.ts'
import { foundWords, oneOf } from './expected-words.ts'
import type { Body } from './flow-bodies.ts'
import type { Path } from './path-text.ts'
import type { ReadReport } from './read-problem.ts'

/** DUPLICATE_ID, START_MISSING, EDGE_FROM_NOWHERE, EDGE_TO_NOWHERE, OUTCOME_UNKNOWN: every name leads to one thing that exists. */
export function structureProblems(body: Body, at: Path, report: ReadReport): void {
  const nodes = new Map(body.nodes.map((node) => [node.id, node]))
  const nodeIds = [...nodes.keys()]
  for (const group of ['nodes', 'edges', 'notes'] as const) {
    duplicates(
      body[group].map(({ id }) => id),
      (index) => [...at, group, index, 'id'],
      report,
    )
  }
  for (const group of ['variables', 'intents'] as const) {
    duplicates(
      body[group].map(({ name }) => name),
      (index) => [...at, group, index, 'name'],
      report,
    )
  }
  const unknown = (code: Parameters<ReadReport>[0], path: Path, name: string, known: readonly string[]) =>
    report(code, [...at, ...path], { expected: oneOf(known), found: foundWords(name), meant: { word: name, known } })

  if (body.start !== '' && !nodes.has(body.start)) unknown('START_MISSING', ['start'], body.start, nodeIds)
  body.edges.every(({ source, sourceHandle, target }, index) => {
    const from = nodes.get(source)
    const outcomes = from && nodeTypeOf(from).outcomes(from.data, body)
    return (
      (from !== undefined || unknown('EDGE_FROM_NOWHERE', ['edges', index, 'source'], source, nodeIds)) &&
      (nodes.has(target) || unknown('EDGE_TO_NOWHERE', ['edges', index, 'target'], target, nodeIds)) &&
      (!outcomes || outcomes.includes(sourceHandle) || unknown('OUTCOME_UNKNOWN', ['edges', index, 'sourceHandle'], sourceHandle, outcomes))
    )
  })
}

function duplicates(names: readonly string[], place: (index: number) => Path, report: ReadReport): void {
  const seen = new Set<string>()
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) {
      report('DUPLICATE_ID', place(index), { expected: { en: 'a name of its own', fr: 'un nom à lui' }, found: foundWords(name) })
    }
    seen.add(name)
  }
}
