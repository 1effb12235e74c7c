import type { Flow, FlowNode } from '../flow.ts'
import type { VariableDeclaration } from '../variables.ts'
import type { Paste } from './paste-nodes.ts'
import { renameVariableInNode } from './rename-variable.ts'
import { usesIntent, usesVariable } from './uses-variable.ts'

/**
 * Some nodes of a flow with the edges among them and the variables and intents they use, still under their own ids:
 * a value for the clipboard. undefined when none of them is there.
 */
export function copyNodes(flow: Flow, ids: readonly string[]): Paste | undefined {
  const wanted = new Set(ids)
  const nodes = flow.nodes.filter(({ id }) => wanted.has(id))
  if (nodes.length === 0) return undefined
  return {
    type: 'pasteNodes',
    nodes,
    edges: flow.edges.filter(({ source, target }) => wanted.has(source) && wanted.has(target)),
    variables: flow.variables.filter(({ name }) => nodes.some((node) => usesVariable(node, name))),
    intents: flow.intents.filter(({ name }) => nodes.some((node) => usesIntent(node, name))),
  }
}

/**
 * The edit that puts copied nodes into a flow, this or another: under free ids, `shift` pixels from where they were. A
 * variable whose name stands for another type there gets a free name; an intent of the same name is the same intent.
 */
export function pasteInto(flow: Flow, copied: Paste, shift: { x: number; y: number }): Paste {
  const nodeIds = new Set(flow.nodes.map(({ id }) => id))
  const ids = new Map(copied.nodes.map(({ id, type }) => [id, take(type, nodeIds)]))
  const edgeIds = new Set(flow.edges.map(({ id }) => id))
  const names = newNames(flow, copied.variables)
  return {
    ...copied,
    variables: copied.variables.map((variable) => ({ ...variable, name: names.get(variable.name) ?? variable.name })),
    nodes: copied.nodes.map((node) => ({
      ...[...names].reduce((renamed: FlowNode, [from, to]) => renameVariableInNode(renamed, from, to), node),
      id: ids.get(node.id) ?? node.id,
      position: { x: node.position.x + shift.x, y: node.position.y + shift.y },
    })),
    edges: copied.edges.flatMap((edge) => {
      const [source, target] = [ids.get(edge.source), ids.get(edge.target)]
      if (source === undefined || target === undefined) return []
      return [{ ...edge, id: take(`${source}-${edge.sourceHandle}-${target}`, edgeIds), source, target }]
    }),
  }
}

function newNames(flow: Flow, wanted: readonly VariableDeclaration[]): Map<string, string> {
  const types = new Map(flow.variables.map(({ name, type }) => [name, type]))
  const taken = new Set([...types.keys(), ...wanted.map(({ name }) => name)])
  const differing = wanted.filter(({ name, type }) => types.has(name) && types.get(name) !== type)
  return new Map(differing.map(({ name }) => [name, take(name, taken)]))
}

/** The name, or the name with the first free number; it is taken from now on. */
function take(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}${number}`
    if (taken.has(free)) continue
    taken.add(free)
    return free
  }
}
