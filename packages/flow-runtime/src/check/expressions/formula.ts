import { comparisonIn, constantComparison, subjectOf } from './comparison.ts'
import { knownTest, nullTest, type Tree } from './parsed.ts'

/** What a part of a condition says of one thing; anything else is a claim about its own words. */
export type Claim =
  | { about: 'value'; subject: string; tree: Tree }
  | { about: 'known'; subject: string; known: boolean }
  /** The thing itself is true or false: a yes-or-no variable. */
  | { about: 'truth'; subject: string; isTrue: boolean }
  /** What is not understood here: true, false, or not computable. */
  | { about: 'words'; subject: string; is: 'true' | 'false' }

/** `not`: the claim does not hold, also because it cannot be computed. */
export type Formula = boolean | { all: readonly Formula[] } | { any: readonly Formula[] } | { claim: Claim; not: boolean; isTrue: boolean }

/** When an expression is true (or false), as claims joined by and/or: one that cannot be computed is neither. */
export function formulaOf(tree: Tree, isTrue: boolean): Formula {
  const constant = tree.op === 'value' && typeof tree.args === 'boolean' ? tree.args : constantComparison(tree)
  if (constant !== undefined) return constant === isTrue
  switch (tree.op) {
    case '!_':
      return formulaOf(tree.args, !isTrue)
    case '&&':
    case '||': {
      const parts = tree.args.map((part) => formulaOf(part, isTrue))
      return (tree.op === '&&') === isTrue ? { all: parts } : { any: parts }
    }
    default:
      return { claim: claimOf(tree, isTrue), not: false, isTrue }
  }
}

function claimOf(tree: Tree, isTrue: boolean): Claim {
  const known = knownTest(tree)
  if (known !== undefined) return { about: 'known', subject: known, known: isTrue }
  const test = nullTest(tree)
  if (test) return { about: 'known', subject: test.name, known: test.isNull !== isTrue }
  const comparison = comparisonIn(tree)
  if (comparison) return { about: 'value', subject: comparison.subject, tree }
  const subject = subjectOf(tree)
  if (subject !== undefined) return { about: 'truth', subject, isTrue }
  return { about: 'words', subject: tree.input.slice(tree.start, tree.end), is: isTrue ? 'true' : 'false' }
}

/** When a formula does not hold. */
export function negated(formula: Formula): Formula {
  if (typeof formula === 'boolean') return !formula
  if ('all' in formula) return { any: formula.all.map(negated) }
  if ('any' in formula) return { all: formula.any.map(negated) }
  return { ...formula, not: !formula.not }
}

export function claimsOf(formula: Formula): Claim[] {
  if (typeof formula === 'boolean') return []
  if ('all' in formula) return formula.all.flatMap(claimsOf)
  if ('any' in formula) return formula.any.flatMap(claimsOf)
  return [formula.claim]
}
