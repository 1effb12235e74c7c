import type { Tree } from './parsed.ts'

export type Constant = string | number | boolean
export type Comparison = { subject: string; operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'; constants: readonly Constant[] }

const mirrored = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** A comparison of a variable or a fact (`party`, `turn.count`) with constants; undefined for anything else. */
export function comparisonIn(tree: Tree): Comparison | undefined {
  if (tree.op === 'in') {
    const subject = subjectOf(tree.args[0])
    const [, list] = tree.args
    if (subject === undefined || list.op !== 'list') return undefined
    const constants = list.args.map(constantOf)
    return constants.every(isConstant) ? { subject, operator: 'in', constants } : undefined
  }
  if (!(tree.op === '==' || tree.op === '!=' || tree.op === '<' || tree.op === '<=' || tree.op === '>' || tree.op === '>='))
    return undefined
  const [left, right] = tree.args
  const [subject, constant] = [subjectOf(left), constantOf(right)]
  if (subject !== undefined && constant !== undefined) return { subject, operator: tree.op, constants: [constant] }
  const [other, first] = [subjectOf(right), constantOf(left)]
  return other !== undefined && first !== undefined ? { subject: other, operator: mirrored[tree.op], constants: [first] } : undefined
}

/** A comparison of two constants, computed. */
export function constantComparison(tree: Tree): boolean | undefined {
  if (!(tree.op === '==' || tree.op === '!=' || tree.op === '<' || tree.op === '<=' || tree.op === '>' || tree.op === '>='))
    return undefined
  const [left, right] = [constantOf(tree.args[0]), constantOf(tree.args[1])]
  if (left === undefined || right === undefined || typeof left !== typeof right) return undefined
  return holds[tree.op](left, right)
}

const holds = {
  '==': (a: Constant, b: Constant) => a === b,
  '!=': (a: Constant, b: Constant) => a !== b,
  '<': (a: Constant, b: Constant) => a < b,
  '<=': (a: Constant, b: Constant) => a <= b,
  '>': (a: Constant, b: Constant) => a > b,
  '>=': (a: Constant, b: Constant) => a >= b,
}

/** Whether a value stands to the constants as the comparison says. */
export const stands = ({ operator, constants }: Comparison, value: Constant): boolean =>
  operator === 'in' ? constants.includes(value) : constants.every((constant) => holds[operator](value, constant))

/** A variable's or a fact's whole name. */
export function subjectOf(tree: Tree): string | undefined {
  if (tree.op === 'id') return tree.args
  if (tree.op !== '.') return undefined
  const [object, field] = tree.args
  return object.op === 'id' && object.args !== 'known' ? `${object.args}.${field}` : undefined
}

/** A literal's value: text, number, true or false. */
export function constantOf(tree: Tree): Constant | undefined {
  if (tree.op === '-_') {
    const number = constantOf(tree.args)
    return typeof number === 'number' ? -number : undefined
  }
  if (tree.op !== 'value') return undefined
  const { args: value } = tree
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

const isConstant = (value: Constant | undefined): value is Constant => value !== undefined
