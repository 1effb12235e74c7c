import { type ASTNode, EvaluationError, ParseError, parse } from '@marcbachmann/cel-js'

type Edit = { start: number; end: number; text: string }
/** Names that a list function or `cel.bind` gives within its arguments, with what they become. */
type Bound = ReadonlyMap<string, string>
type Rename = { from: string; to: string; source: string; edits: Edit[]; isUsed: boolean }

const listFunctions: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map']

/**
 * A CEL expression after a variable got another name: the variable itself, `known.name`, `known["name"]` and
 * `"name" in known`. Texts, fields and names that a list function gives stay; one of those that would catch the new
 * name gives way. The same expression when it does not use the variable or cannot be parsed.
 */
export function renameInExpression(source: string, from: string, to: string): string {
  if (from === to || !source.includes(from)) return source
  const rename: Rename = { from, to, source, edits: [], isUsed: false }
  try {
    visit(parse(source).ast, new Map(), rename)
  } catch (error) {
    if (error instanceof ParseError || error instanceof EvaluationError) return source
    throw error
  }
  if (!rename.isUsed) return source
  const fromTheEnd = rename.edits.sort((a, b) => b.start - a.start)
  return fromTheEnd.reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), source)
}

function visit(node: ASTNode, bound: Bound, rename: Rename): void {
  switch (node.op) {
    case 'value':
      return
    case 'id':
      name(node.args, node.range, bound, rename)
      return
    case '.':
    case '.?': {
      const [object, field] = node.args
      visit(object, bound, rename)
      const { end } = node.range
      if (field === rename.from && isKnown(object, bound)) use({ start: end - field.length, end, text: rename.to }, rename)
      return
    }
    case 'call':
      for (const argument of node.args[1]) visit(argument, bound, rename)
      return
    case 'rcall': {
      const [called, receiver, given] = node.args
      visit(receiver, bound, rename)
      givenNames(called, receiver, given, bound, rename)
      return
    }
    case 'list':
      for (const item of node.args) visit(item, bound, rename)
      return
    case 'map':
      for (const part of node.args.flat()) visit(part, bound, rename)
      return
    case '!_':
    case '-_':
      visit(node.args, bound, rename)
      return
    case '[]':
    case '[?]':
      if (isKnown(node.args[0], bound)) nameInQuotes(node.args[1], rename)
      break
    case 'in':
      if (isKnown(node.args[1], bound)) nameInQuotes(node.args[0], rename)
      break
  }
  for (const part of node.args) visit(part, bound, rename)
}

/** `list.map(x, x + 1)` gives x to both arguments, `cel.bind(x, 1, x + 1)` to the last. */
function givenNames(called: string, receiver: ASTNode, given: readonly ASTNode[], bound: Bound, rename: Rename): void {
  const [first, ...rest] = given
  const isBind = called === 'bind' && receiver.op === 'id' && receiver.args === 'cel'
  if (first?.op !== 'id' || !(isBind || listFunctions.includes(called))) {
    for (const argument of given) visit(argument, bound, rename)
    return
  }
  const inner = new Map(bound).set(first.args, first.args === rename.to ? `${first.args}_` : first.args)
  name(first.args, first.range, inner, rename)
  for (const [index, argument] of rest.entries()) visit(argument, isBind && index === 0 ? bound : inner, rename)
}

function name(written: string, { start, end }: { start: number; end: number }, bound: Bound, rename: Rename): void {
  const given = bound.get(written)
  if (given === undefined && written === rename.from) use({ start, end, text: rename.to }, rename)
  else if (given !== undefined && given !== written) rename.edits.push({ start, end, text: given })
}

function nameInQuotes(node: ASTNode, rename: Rename): void {
  if (node.op === 'value' && node.args === rename.from) use({ ...node.range, text: JSON.stringify(rename.to) }, rename)
}

const isKnown = (node: ASTNode, bound: Bound) => node.op === 'id' && node.args === 'known' && !bound.has('known')

function use(edit: Edit, rename: Rename): void {
  rename.edits.push(edit)
  rename.isUsed = true
}
