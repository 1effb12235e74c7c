import { fieldsInUse } from '../fields-in-use.ts'
import type { FlowNode } from '../flow.ts'
import type { FieldHint } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { type Language, language } from '../text.ts'

/** A single value of a node's data, with the studio's hint that tells what it is. */
export type NodeField = {
  /** Name of the field of the node's data it belongs to. */
  field: string
  hint: FieldHint
  value: unknown
  /** Of a field that holds text: what is written, with its language. */
  texts: readonly WrittenText[]
  /** Of a cell: its place and the record it belongs to. */
  cell?: { row: number; of: FieldHint; record: Readonly<Record<string, unknown>>; hints: Readonly<Record<string, FieldHint>> }
}

export type WrittenText = { language: Language; text: string }

type Hints = Readonly<Record<string, FieldHint>>
type Data = Readonly<Record<string, unknown>>

/**
 * The values of a node's data that can be wrong: in the fields that mean something, in groups, in the cells of rows. Numbers, switches and
 * the like are right once they are read. `first`: the flow's first language.
 */
export function nodeFields(node: FlowNode, first: Language): NodeField[] {
  const found: NodeField[] = []
  collect(nodeTypeOf(node).editor.fields, node.data, first, undefined, found)
  return found
}

function collect(hints: Hints, data: Data, first: Language, within: string | undefined, found: NodeField[]): void {
  for (const { name, hint } of inUse(hints, data)) {
    const value = data[name]
    const field = within ?? name
    found.push({ field, hint, value, texts: textsOf(hint, value, first) })
    if (hint.widget === 'group' && hint.fields && isRecord(value)) collect(hint.fields, value, first, field, found)
    if (hint.widget !== 'rows' || !hint.columns || !Array.isArray(value)) continue
    for (const [row, record] of value.entries())
      if (isRecord(record)) cells({ row, of: hint, record, hints: hint.columns }, first, field, found)
  }
}

function cells(cell: NonNullable<NodeField['cell']>, first: Language, field: string, found: NodeField[]): void {
  for (const { name, hint } of inUse(cell.hints, cell.record)) {
    const value = cell.record[name]
    found.push({ field, hint, value, texts: textsOf(hint, value, first), cell })
  }
}

type Named = { name: string; hint: FieldHint }
const always = new WeakMap<Hints, readonly Named[] | null>()

/** Most forms always have the same fields: those are listed once. */
function inUse(hints: Hints, data: Data): readonly Named[] {
  let list = always.get(hints)
  if (list === undefined) {
    const isFixed = Object.values(hints).every(({ shownWhen, requiredWhen }) => shownWhen === undefined && requiredWhen === undefined)
    list = isFixed ? fieldsInUse(hints, {}).filter(({ hint }) => canBeWrong(hint)) : null
    always.set(hints, list)
  }
  return list ?? fieldsInUse(hints, data).filter(({ hint }) => canBeWrong(hint))
}

const alwaysRight: readonly FieldHint['widget'][] = [undefined, 'text', 'choice', 'number', 'toggle']

function canBeWrong({ widget, required = false, names: named, fields }: FieldHint): boolean {
  if (widget === 'group') return Object.values(fields ?? {}).some((hint) => canBeWrong(hint))
  return required || named !== undefined || !alwaysRight.includes(widget)
}

const noTexts: readonly WrittenText[] = []
const languages = language.options

/** A plain string is in the flow's first language. */
function textsOf({ widget }: FieldHint, value: unknown, first: Language): readonly WrittenText[] {
  if (widget !== 'localizedText' && widget !== 'textarea' && widget !== 'phone' && widget !== 'service') return noTexts
  if (typeof value === 'string') return value === '' ? noTexts : [{ language: first, text: value }]
  if (!isRecord(value)) return noTexts
  const texts: WrittenText[] = []
  for (const name of languages) {
    const text = value[name]
    if (typeof text === 'string' && text !== '') texts.push({ language: name, text })
  }
  return texts
}

/** What the studio calls the value. */
export function fieldLabel({ hint, cell }: NodeField, locale: Language): string {
  return cell ? `${cell.of.label[locale]} ${cell.row + 1}, ${hint.label[locale]}` : hint.label[locale]
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Conditions and assignments, as far as they are ones. */
export function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export const names = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
