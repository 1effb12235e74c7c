import type { VariableDeclaration } from '../../variables.ts'
import { type Constant, comparisonIn, stands } from './comparison.ts'
import type { Claim, Formula } from './formula.ts'

/**
 * The values one thing can have, cut into cells by the constants it is compared with: the first cell is "not known", then each
 * constant and the gaps around them. A claim about it is a set of cells, as bits.
 */
export type Cells = { all: number; of(claim: Claim, isTrue: boolean): number }

/** More constants than bits: the claim is not understood. */
const mostConstants = 14

/** The cells of everything the claims are about, by subject; undefined where constants of different kinds or too many meet. */
export function cellsOf(claims: readonly Claim[], variables: readonly VariableDeclaration[]): Map<string, Cells> | undefined {
  const bySubject = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = keyOf(claim)
    const list = bySubject.get(key)
    if (list) list.push(claim)
    else bySubject.set(key, [claim])
  }
  const cells = new Map<string, Cells>()
  for (const [key, own] of bySubject) {
    const found = own[0]?.about === 'words' ? wordCells : valueCells(own, declared(own, variables))
    if (!found) return undefined
    cells.set(key, found)
  }
  return cells
}

export const keyOf = ({ about, subject }: Claim) => (about === 'words' ? `words ${subject}` : subject)

/** The cells in which a claim of a formula holds. */
export function cellsWhere({ claim, not, isTrue }: Extract<Formula, { claim: Claim }>, { all, of }: Cells): number {
  const holding = of(claim, isTrue)
  return not ? all & ~holding : holding
}

const wordCells: Cells = { all: 0b111, of: (claim) => (claim.about === 'words' && claim.is === 'true' ? 0b010 : 0b100) }

const declared = ([claim]: readonly Claim[], variables: readonly VariableDeclaration[]) =>
  variables.find(({ name }) => name === claim?.subject)

function valueCells(claims: readonly Claim[], variable: VariableDeclaration | undefined): Cells | undefined {
  const constants = new Set<Constant>()
  for (const claim of claims) {
    if (claim.about === 'truth') constants.add(true).add(false)
    if (claim.about === 'value') for (const constant of comparisonIn(claim.tree)?.constants ?? []) constants.add(constant)
  }
  if (constants.size > mostConstants || new Set([...constants].map((constant) => typeof constant)).size > 1) return undefined
  const samples = samplesOf([...constants], variable)
  const all = 2 ** (samples.length + 1) - 1
  return {
    all,
    of(claim, isTrue) {
      if (claim.about === 'known') return claim.known ? all & ~1 : 1
      if (claim.about === 'truth') return bits(samples, (value) => value === claim.isTrue)
      const comparison = claim.about === 'value' ? comparisonIn(claim.tree) : undefined
      return comparison ? bits(samples, (value) => value !== undefined && stands(comparison, value) === isTrue) : all
    },
  }
}

/** One value for each cell: the constants and one from each gap; of a choice, what can be chosen. */
function samplesOf(constants: Constant[], variable: VariableDeclaration | undefined): (Constant | undefined)[] {
  if (variable?.type === 'boolean' || constants.some((constant) => typeof constant === 'boolean')) return [true, false]
  if (variable?.type === 'choice' && variable.choices && variable.choices.length <= mostConstants) {
    return variable.choices.map(({ value }) => value)
  }
  if (constants.length === 0) return ['']
  const numbers = constants.filter((constant) => typeof constant === 'number').sort((a, b) => a - b)
  if (numbers.length > 0) {
    const gaps = numbers.map((number, at) => (at === 0 ? number - 1 : (number + (numbers[at - 1] ?? 0)) / 2))
    return [...numbers, ...gaps, (numbers.at(-1) ?? 0) + 1]
  }
  // Right after a text comes the same with the least character behind it; before all others comes the empty one.
  const texts = constants.filter((constant) => typeof constant === 'string')
  return [...new Set(['', ...texts, ...texts.map((text) => `${text}\u0000`)])]
}

const bits = (samples: readonly (Constant | undefined)[], holds: (value: Constant | undefined) => boolean): number =>
  samples.reduce<number>((found, value, at) => (holds(value) ? found | (2 ** (at + 1)) : found), 0)
