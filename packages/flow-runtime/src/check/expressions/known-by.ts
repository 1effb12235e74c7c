import { givenName, knownTest, nullTest, partsOf, type Tree } from './parsed.ts'

type Names = ReadonlySet<string>
const none: Names = new Set()

/** The names that surely have a value when the expression is true: what it compares, and what it asks to be known. */
export function knownWhenTrue(tree: Tree): Names {
  return when(tree, true)
}

/** The names that surely have a value when the expression is false (which is not: when it cannot be computed). */
export function knownWhenFalse(tree: Tree): Names {
  return when(tree, false)
}

/** The names that surely have a value when the expression is anything but true. */
export function knownUnlessTrue(tree: Tree): Names {
  if (tree.op === '&&' || tree.op === '||') {
    const [left, right] = [knownUnlessTrue(tree.args[0]), knownUnlessTrue(tree.args[1])]
    return tree.op === '&&' ? common(left, right) : union(left, right)
  }
  // Only a test that always can be computed is false when it is not true.
  if (tree.op === '!_' && knownTest(tree.args) !== undefined) return knownWhenTrue(tree.args)
  const test = nullTest(tree)
  return test?.isNull ? new Set([test.name]) : none
}

/** What the expression asks to be known, without reading it: true whichever way it is computed. */
export function testedWhenTrue(tree: Tree): Names {
  const name = knownTest(tree)
  if (name !== undefined) return new Set([name])
  if (tree.op === '&&') return union(testedWhenTrue(tree.args[0]), testedWhenTrue(tree.args[1]))
  const test = nullTest(tree)
  return test && !test.isNull ? new Set([test.name]) : none
}

function when(tree: Tree, isTrue: boolean): Names {
  const tested = knownTest(tree)
  if (tested !== undefined) return isTrue ? new Set([tested]) : none
  const test = nullTest(tree)
  if (test) return test.isNull === isTrue ? none : new Set([test.name])
  switch (tree.op) {
    case '!_':
      return when(tree.args, !isTrue)
    case '&&':
    case '||': {
      const [left, right] = [when(tree.args[0], isTrue), when(tree.args[1], isTrue)]
      return (tree.op === '&&') === isTrue ? union(left, right) : common(left, right)
    }
    case '?:': {
      const [test, yes, no] = tree.args
      return common(union(when(test, true), when(yes, isTrue)), union(when(test, false), when(no, isTrue)))
    }
    default:
      return needed(tree)
  }
}

/** What an expression cannot be computed without. */
function needed(tree: Tree): Names {
  if (tree.op === 'id') return new Set([tree.args])
  if (tree.op === '&&' || tree.op === '||' || tree.op === '?:' || knownTest(tree) !== undefined) return none
  // The list itself is needed; what is in its brackets only for the items it has.
  if (tree.op === 'rcall' && givenName(tree) !== undefined) return needed(tree.args[1])
  return partsOf(tree).reduce((all, part) => union(all, needed(part)), none)
}

function union(a: Names, b: Names): Names {
  if (a.size === 0) return b
  return b.size === 0 ? a : new Set([...a, ...b])
}

const common = (a: Names, b: Names): Names => new Set([...a].filter((name) => b.has(name)))
