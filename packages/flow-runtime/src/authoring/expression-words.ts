import { comparisonIn, constantOf, subjectOf } from '../check/expressions/comparison.ts'
import { knownTest, nullTest, parsed, type Tree } from '../check/expressions/parsed.ts'
import type { FlowHead } from '../flow-head.ts'
import type { Language } from '../text.ts'
import { nameWords } from './name-words.ts'
import { relationWords } from './relation-words.ts'

type Words = { head: Pick<FlowHead, 'variables'>; language: Language }

/** A condition or a value in words (`party > 6 && known.day`: “party is more than 6 and day is known”); undefined where words would not be clearer. */
export function expressionWords(head: Pick<FlowHead, 'variables'>, source: string, language: Language): string | undefined {
  const tree = parsed(source)
  return tree && conditionWords(tree, { head, language })
}

function conditionWords(tree: Tree, words: Words): string | undefined {
  const { head, language } = words
  const say = relationWords[language]
  if (tree.op === '&&' || tree.op === '||') return joined(tree, words)
  if (tree.op === '!_') return negated(tree.args, words)
  const known = knownTest(tree)
  if (known !== undefined) return say.known(nameWords(head, known, language))
  const isNull = nullTest(tree)
  if (isNull) return (isNull.isNull ? say.unknown : say.known)(nameWords(head, isNull.name, language))
  const name = subjectOf(tree)
  if (name !== undefined) return typeOf(head, name) === 'boolean' ? say.yes(nameWords(head, name, language)) : undefined
  if (tree.op === 'in') return oneOf(tree, words)
  if (tree.op === 'rcall') return aboutText(tree, words)
  if (!isRelation(tree)) return undefined
  const compared = comparisonIn(tree)
  const isDay = compared !== undefined && typeOf(head, compared.subject) !== undefined && /date/i.test(typeOf(head, compared.subject) ?? '')
  const [left, right] = [valueWords(tree.args[0], words), valueWords(tree.args[1], words)]
  if (left === undefined || right === undefined) return undefined
  if (constantOf(tree.args[1]) === true) return tree.op === '==' ? say.yes(left) : say.no(left)
  if (constantOf(tree.args[1]) === false) return tree.op === '==' ? say.no(left) : say.yes(left)
  return say.relation(left, isDay ? `${tree.op}day` : tree.op, right)
}

type Relation = Extract<Tree, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' }>
const relations: readonly string[] = ['==', '!=', '<', '<=', '>', '>=']
const isRelation = (tree: Tree): tree is Relation => relations.includes(tree.op)

const typeOf = ({ variables }: Pick<FlowHead, 'variables'>, name: string) => variables.find((variable) => variable.name === name)?.type

function joined(tree: Extract<Tree, { op: '&&' | '||' }>, words: Words): string | undefined {
  const parts = tree.args.map((part) => {
    const said = conditionWords(part, words)
    return said !== undefined && part.op !== tree.op && (part.op === '&&' || part.op === '||') ? `(${said})` : said
  })
  if (parts.some((part) => part === undefined)) return undefined
  return parts.join(` ${relationWords[words.language][tree.op]} `)
}

function negated(tree: Tree, words: Words): string | undefined {
  const { head, language } = words
  const say = relationWords[language]
  const known = knownTest(tree)
  if (known !== undefined) return say.unknown(nameWords(head, known, language))
  const name = subjectOf(tree)
  if (name !== undefined) return say.no(nameWords(head, name, language))
  const said = conditionWords(tree, words)
  return said && say.not(said)
}

function oneOf(tree: Extract<Tree, { op: 'in' }>, words: Words): string | undefined {
  const [subject, list] = tree.args
  const named = valueWords(subject, words)
  if (named === undefined || list.op !== 'list') return undefined
  const isDay = subject.op === 'call' && subject.args[0] === 'weekday'
  const items = list.args.map((item) => (isDay ? (dayWords(item, words.language) ?? valueWords(item, words)) : valueWords(item, words)))
  if (items.some((item) => item === undefined)) return undefined
  return relationWords[words.language].oneOf(named, items.join(', '))
}

function aboutText(tree: Extract<Tree, { op: 'rcall' }>, words: Words): string | undefined {
  const [name, receiver, [argument]] = tree.args
  const [subject, part] = [valueWords(receiver, words), argument && valueWords(argument, words)]
  const test = relationWords[words.language].texts[name]
  return test && subject !== undefined && part !== undefined ? test(subject, part) : undefined
}

function dayWords(tree: Tree, language: Language): string | undefined {
  const number = constantOf(tree)
  return typeof number === 'number' ? relationWords[language].days[number - 1] : undefined
}

function valueWords(tree: Tree, words: Words): string | undefined {
  const { head, language } = words
  const constant = constantOf(tree)
  if (constant !== undefined) return typeof constant === 'string' ? relationWords[language].quoted(constant) : String(constant)
  const name = subjectOf(tree)
  if (name !== undefined) return nameWords(head, name, language)
  if (tree.op !== 'call') return undefined
  const [called, parts] = tree.args
  const said = parts.map((part) => valueWords(part, words))
  const [first, second] = said
  return first === undefined || said.some((part) => part === undefined)
    ? undefined
    : relationWords[language].functions[called]?.(first, second ?? '')
}
