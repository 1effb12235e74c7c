import { knownUnlessTrue, knownWhenFalse, knownWhenTrue, testedWhenTrue } from './known-by.ts'
import { givenName, knownTest, nullTest, parsed, partsOf, type Tree } from './parsed.ts'

/** What an expression has to do with names: variables and facts alike. */
export type Reading = {
  /** Read where nothing in the expression makes sure that they have a value. */
  reads: readonly string[]
  /** Those, and the ones it makes sure of or only asks for. */
  mentions: readonly string[]
  /** Surely have a value when the expression is true. */
  knownIf: readonly string[]
  /** Surely have a value when it is anything else. */
  knownUnless: readonly string[]
}

const cacheLimit = 5000
const cache = new Map<string, Reading>()

/** What an expression reads, whichever flow it is in; one that cannot be parsed only mentions what looks like names. */
export function readingOf(source: string): Reading {
  const known = cache.get(source)
  if (known) return known
  const tree = parsed(source)
  const reading = tree ? read(tree) : { reads: [], mentions: source.match(/\w+/g) ?? [], knownIf: [], knownUnless: [] }
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(source, reading)
  return reading
}

function read(tree: Tree): Reading {
  const reads = new Set<string>()
  const mentions = new Set<string>()
  collect(tree, new Set(), { reads, mentions })
  return { reads: [...reads], mentions: [...mentions], knownIf: [...knownWhenTrue(tree)], knownUnless: [...knownUnlessTrue(tree)] }
}

type Found = { reads: Set<string>; mentions: Set<string> }
type Sure = ReadonlySet<string>

/** `sure`: names that have a value where this part is computed, or that the expression itself gives. */
function collect(tree: Tree, sure: Sure, found: Found): void {
  const asked = knownTest(tree) ?? nullTest(tree)?.name
  if (asked !== undefined) {
    found.mentions.add(asked)
    return
  }
  switch (tree.op) {
    case 'id':
      found.mentions.add(tree.args)
      if (!sure.has(tree.args)) found.reads.add(tree.args)
      return
    case '&&': {
      const [left, right] = tree.args
      // Both sides are looked at even when one cannot be computed: false wins on either side.
      collect(left, and(sure, testedWhenTrue(right)), found)
      collect(right, and(sure, knownWhenTrue(left)), found)
      return
    }
    case '||': {
      const [left, right] = tree.args
      collect(left, sure, found)
      collect(right, and(sure, knownWhenFalse(left)), found)
      return
    }
    case '?:': {
      const [test, yes, no] = tree.args
      collect(test, sure, found)
      collect(yes, and(sure, knownWhenTrue(test)), found)
      collect(no, and(sure, knownWhenFalse(test)), found)
      return
    }
    default: {
      const given = givenName(tree)
      const inner = given === undefined ? sure : and(sure, new Set([given]))
      for (const part of partsOf(tree)) if (!(part.op === 'id' && part.args === given)) collect(part, inner, found)
    }
  }
}

const and = (sure: Sure, more: Sure): Sure => (more.size === 0 ? sure : new Set([...sure, ...more]))
