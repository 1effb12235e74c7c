import { type ASTNode, EvaluationError, ParseError, parse } from '@marcbachmann/cel-js'

export type Tree = ASTNode

const cacheLimit = 5000
const cache = new Map<string, Tree | undefined>()

/** An expression's tree, whatever it is about; undefined when it cannot be parsed. */
export function parsed(source: string): Tree | undefined {
  if (cache.has(source)) return cache.get(source)
  if (cache.size >= cacheLimit) cache.clear()
  const tree = treeOf(source)
  cache.set(source, tree)
  return tree
}

function treeOf(source: string): Tree | undefined {
  try {
    return parse(source).ast
  } catch (error) {
    if (error instanceof ParseError || error instanceof EvaluationError) return undefined
    throw error
  }
}

/** The variable of `known.name` and `"name" in known`. */
export function knownTest(tree: Tree): string | undefined {
  if (tree.op === '.' || tree.op === '[]') {
    const [object, field] = tree.args
    if (object.op !== 'id' || object.args !== 'known') return undefined
    if (typeof field === 'string') return field
    return field.op === 'value' && typeof field.args === 'string' ? field.args : undefined
  }
  if (tree.op !== 'in') return undefined
  const [name, object] = tree.args
  const isTest = object.op === 'id' && object.args === 'known' && name.op === 'value' && typeof name.args === 'string'
  return isTest && typeof name.args === 'string' ? name.args : undefined
}

/** The name that is compared with null, and whether it has to be null. */
export function nullTest(tree: Tree): { name: string; isNull: boolean } | undefined {
  if (tree.op !== '==' && tree.op !== '!=') return undefined
  const [left, right] = tree.args
  const [name, other] = left.op === 'id' ? [left, right] : [right, left]
  const isTest = name.op === 'id' && other.op === 'value' && other.args === null
  return isTest ? { name: name.args, isNull: tree.op === '==' } : undefined
}

/** The parts of a tree that are trees. */
export function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [tree.args[0]]
    case 'call':
      return tree.args[1]
    case 'rcall':
      return [tree.args[1], ...tree.args[2]]
    case 'map':
      return tree.args.flat()
    case '!_':
    case '-_':
      return [tree.args]
    default:
      return tree.args
  }
}

const listFunctions: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map']

/** The name a list function (`list.map(x, …)`) or `cel.bind` gives to what is in its brackets. */
export function givenName(tree: Tree): string | undefined {
  if (tree.op !== 'rcall') return undefined
  const [called, receiver, [first]] = tree.args
  const isBind = called === 'bind' && receiver.op === 'id' && receiver.args === 'cel'
  return (isBind || listFunctions.includes(called)) && first?.op === 'id' ? first.args : undefined
}
