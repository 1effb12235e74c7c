import type { FlowNode } from '../flow.ts'
import type { AnswerName, FieldHint, FieldWidget } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { Settings } from '../settings.ts'
import { isObject } from './is-object.ts'
import type { Path } from './path-text.ts'

/** What a piece of text in a document is, where it can name something declared elsewhere. `outcome`: a name the author gives. */
export type ReferenceKind = 'template' | 'expression' | 'variable' | 'intent' | 'outcome'

/** Where the references are in a field: the text itself (or every text inside), each entry of a list, named parts. */
type Shape = ReferenceKind | ExpressionField | readonly [Shape] | { readonly [name: string]: Shape } | null

/** An expression with what its field says of it. */
class ExpressionField {
  constructor(
    readonly sees: readonly AnswerName[],
    readonly isOptional: boolean,
  ) {}
}

/** By widget, which tells what a field is; the compiler asks for the line of a new one. Those with fields within are read off the hint. */
const shapes: Record<Exclude<FieldWidget, 'rows' | 'group'>, Shape> = {
  text: null,
  textarea: 'template',
  localizedText: 'template',
  phone: 'template',
  service: 'template',
  variable: 'variable',
  variables: ['variable'],
  expression: 'expression',
  intents: ['intent'],
  assignments: [{ variable: 'variable', value: 'expression' }],
  conditions: [{ name: 'outcome', when: 'expression' }],
  choice: null,
  number: null,
  toggle: null,
  subflow: null,
  result: null,
}

function shapeOf({ widget, outcome, required, sees = [], columns = {}, fields = {} }: FieldHint): Shape {
  if (outcome) return 'outcome'
  if (widget === 'rows') return [shapesOf(columns)]
  if (widget === 'group') return shapesOf(fields)
  if (widget === 'expression') return new ExpressionField(sees, !required)
  return widget ? shapes[widget] : null
}

const shapesOf = (hints: Readonly<Record<string, FieldHint>>): { [name: string]: Shape } =>
  Object.fromEntries(Object.entries(hints).map(([name, hint]) => [name, shapeOf(hint)]))

/** Sees a reference and answers with the text to put in its place; `sees`: what an expression knows besides variables and facts. */
export type SeeReference = (kind: ReferenceKind, text: string, path: Path, sees: readonly AnswerName[]) => string

/** The fields of a node's data that `see` answers otherwise for; `{}` when it leaves all as they are. */
export function changedFields(node: FlowNode, see: SeeReference): Record<string, unknown> {
  const data: Record<string, unknown> = node.data
  const changed: Record<string, unknown> = {}
  for (const [name, hint] of Object.entries(nodeTypeOf(node).editor.fields)) {
    const value = mapped(shapeOf(hint), data[name], see, [name])
    if (value !== data[name]) changed[name] = value
  }
  return changed
}

/** The settings of a flow whose lines `see` answers otherwise for, likewise. */
export function changedSettings(settings: Settings, see: SeeReference): Record<string, unknown> {
  const entries = Object.entries(settings).map(([name, value]) => ({ name, before: value, after: mapped('template', value, see, [name]) }))
  return Object.fromEntries(entries.filter(({ before, after }) => before !== after).map(({ name, after }) => [name, after]))
}

function mapped(shape: Shape, value: unknown, see: SeeReference, path: Path): unknown {
  if (shape === null || value === undefined) return value
  if (typeof value === 'string') {
    if (typeof shape === 'string') return see(shape, value, path, [])
    if (!(shape instanceof ExpressionField) || (shape.isOptional && value.trim() === '')) return value
    return see('expression', value, path, shape.sees)
  }
  const inner = (step: string | number): Shape => {
    if (typeof shape === 'string' || shape instanceof ExpressionField) return shape
    if (typeof step === 'number') return isList(shape) ? shape[0] : null
    return isList(shape) ? null : (shape[step] ?? null)
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => mapped(inner(index), item, see, [...path, index]))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, mapped(inner(name), part, see, [...path, name])])
  return entries.some(([name, part]) => part !== value[name]) ? Object.fromEntries(entries) : value
}

const isList = (shape: Exclude<Shape, null>): shape is readonly [Shape] => Array.isArray(shape)
