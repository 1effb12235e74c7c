import type { VariableDeclaration } from '../../variables.ts'
import { type Cells, cellsOf, cellsWhere, keyOf } from './cells.ts'
import { claimsOf, type Formula, formulaOf, negated } from './formula.ts'
import type { Tree } from './parsed.ts'

/** Ways to make a formula true that are looked at, at most; beyond, everything is thought possible. */
const mostWays = 500

export type ConditionFault = 'never' | 'hidden'

/**
 * What is wrong with each of a list of conditions of which the first that holds counts: it can never be true, or only where an
 * earlier one holds already. Comparisons of one thing with constants are understood; anything else may be anything.
 */
export function conditionFaults(
  trees: readonly (Tree | undefined)[],
  variables: readonly VariableDeclaration[],
): (ConditionFault | undefined)[] {
  const formulas = trees.map((tree) => (tree ? formulaOf(tree, true) : undefined))
  return formulas.map((formula, at) => {
    if (formula === undefined) return undefined
    if (!isPossible([formula], variables)) return 'never'
    const earlier = formulas.slice(0, at).flatMap((other) => (other === undefined ? [] : [negated(other)]))
    return earlier.length > 0 && !isPossible([formula, ...earlier], variables) ? 'hidden' : undefined
  })
}

/** Whether all formulas can hold at once, as far as they are understood. */
function isPossible(formulas: readonly Formula[], variables: readonly VariableDeclaration[]): boolean {
  const cells = cellsOf(formulas.flatMap(claimsOf), variables)
  if (!cells) return true
  const budget = { ways: mostWays }
  return search([...formulas], new Map(), cells, budget)
}

function search(
  open: readonly Formula[],
  sofar: ReadonlyMap<string, number>,
  cells: ReadonlyMap<string, Cells>,
  budget: { ways: number },
): boolean {
  const [first, ...rest] = open
  if (first === undefined) return true
  if (typeof first === 'boolean') return first && search(rest, sofar, cells, budget)
  if ('all' in first) return search([...first.all, ...rest], sofar, cells, budget)
  if ('any' in first) {
    return first.any.some((part) => {
      budget.ways -= 1
      return budget.ways < 0 || search([part, ...rest], sofar, cells, budget)
    })
  }
  const key = keyOf(first.claim)
  const own = cells.get(key)
  if (!own) return search(rest, sofar, cells, budget)
  const left = (sofar.get(key) ?? own.all) & cellsWhere(first, own)
  return left !== 0 && search(rest, new Map(sofar).set(key, left), cells, budget)
}
