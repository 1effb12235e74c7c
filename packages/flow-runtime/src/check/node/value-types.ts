import { isValueOf } from '../../values.ts'
import type { VariableDeclaration, VariableType } from '../../variables.ts'
import { constantOf } from '../expressions/comparison.ts'
import { parsed } from '../expressions/parsed.ts'

type Kind = 'number' | 'yesNo' | 'list' | 'object' | 'text'

const kindOfVariable: Partial<Record<VariableType, Kind>> = {
  number: 'number',
  money: 'number',
  duration: 'number',
  boolean: 'yesNo',
  list: 'list',
  object: 'object',
}
/** By the name the expression language gives a type, without what is in it. */
const kindOfCel: Readonly<Record<string, Kind>> = {
  double: 'number',
  int: 'number',
  uint: 'number',
  bool: 'yesNo',
  list: 'list',
  map: 'object',
  string: 'text',
}

/** Whether a variable can take what an expression of this type gives; a literal is looked at itself. */
export function fitsVariable(declaration: VariableDeclaration, celType: string, source: string): boolean {
  const tree = parsed(source)
  const constant = tree && constantOf(tree)
  if (constant !== undefined) return isValueOf(declaration, constant)
  const kind = kindOfCel[celType.replace(/<.*$/, '')]
  // `null` forgets the value; what the type does not tell may be anything.
  return kind === undefined || kind === (kindOfVariable[declaration.type] ?? 'text')
}

/** Whether one variable can take the values of another; a plain text may hold any text. */
export function fitsType(to: VariableType, from: VariableType): boolean {
  const isText = (type: VariableType) => (kindOfVariable[type] ?? 'text') === 'text'
  if (to === from) return true
  if (isText(to) && isText(from)) return to === 'text' || from === 'text' || to === 'choice' || from === 'choice'
  return (kindOfVariable[to] ?? 'text') === (kindOfVariable[from] ?? 'text')
}

const days: readonly VariableType[] = ['date', 'dateTime']
const amounts: readonly VariableType[] = ['number', 'money', 'duration']
/** What each form says; a form that is not named here says anything. */
const typesOfFormat: Readonly<Record<string, readonly VariableType[]>> = {
  date: days,
  weekday: days,
  dayMonth: days,
  relativeDay: days,
  time: ['time', 'dateTime'],
  dateTime: ['dateTime'],
  duration: amounts,
  number: amounts,
  ordinal: amounts,
  money: amounts,
  euros: amounts,
  dollars: amounts,
  pounds: amounts,
  francs: amounts,
  rupees: amounts,
  phone: ['phone'],
  email: ['email'],
  yesNo: ['boolean'],
}

/** Whether a form can say a variable; texts, choices and lists may hold what it says. */
export const fitsFormat = (type: VariableType, format: string): boolean =>
  type === 'text' || type === 'choice' || type === 'list' || (typesOfFormat[format]?.includes(type) ?? true)
