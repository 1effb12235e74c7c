import {
  type FlowNode,
  fieldsInUse,
  isKnownNode,
  type Language,
  localizedText,
  type NodeEditor,
  type NodeType,
  nodeTypes,
  textIn,
  unknownNodeType,
} from '@parley/flow-runtime'
import { z } from 'zod'

/** The registry's words and looks of a node type. */
export const editorOf = (type: NodeType): NodeEditor => (isKnownNode({ type }) ? nodeTypes[type].editor : unknownNodeType.editor)

/** The node's name: its type, and what it is about where a setting says so (`Ask: day`, `Anywhere: human`). */
export function nodeTitle(node: FlowNode, locale: Language): string {
  const { title, fields } = editorOf(node.type)
  if (!isKnownNode(node)) return titleAbout(title[locale], node.type, locale)
  const data: Readonly<Record<string, unknown>> = node.data
  if (node.type === 'anywhere') return titleAbout(title[locale], node.data.intents.join(', '), locale)
  const titled = ['variable', 'service', 'subflow']
  const about = fieldsInUse(fields, data).find(({ hint }) => hint.required && titled.includes(hint.widget ?? 'text'))
  const value = about && data[about.name]
  return titleAbout(title[locale], typeof value === 'string' ? value.replace(/\{\{\s*|\s*\}\}/g, '') : '', locale)
}

const titleAbout = (title: string, about: string, locale: Language) =>
  about === '' ? title : `${title}${locale === 'fr' ? '\u00a0: ' : ': '}${about}`

/** What the caller hears first at this node; undefined when the node says nothing of its own, '' when not written yet. */
export function spokenWords(node: FlowNode, language: Language, first: Language): string | undefined {
  const data: Readonly<Record<string, unknown>> = node.data
  const texts = Object.entries(editorOf(node.type).fields).filter(([, field]) => field.widget === 'localizedText')
  const main = texts.find(([, field]) => field.required) ?? texts[0]
  if (!main) return undefined
  const text = localizedText.safeParse(data[main[0]])
  const words = text.success ? textIn(text.data, language, first) : ''
  return words === '' && !main[1].required ? undefined : words
}

/** What a node without words does, in one line: its conditions, assignments, records or wishes; undefined when that says nothing. */
export function silentWords(node: FlowNode): string | undefined {
  if (node.type === 'anywhere') return undefined
  if (node.type === 'branch') return node.data.conditions.map(({ when }) => when).join(' · ') || undefined
  if (node.type === 'set') return node.data.assignments.map(({ variable, value }) => `${variable} = ${value}`).join(' · ') || undefined
  const data: Readonly<Record<string, unknown>> = node.data
  const fields = Object.entries(editorOf(node.type).fields)
  const lists = fields.filter(([, { widget }]) => widget === 'rows' || widget === 'intents')
  for (const [name, { columns = {} }] of lists) {
    const isGiving = Object.values(columns).some(({ widget }) => widget === 'expression' || widget === 'variable')
    const items = itemList.parse(data[name]).map((item) => cellWords(item) || recordWords(item, isGiving ? ' = ' : ' '))
    const words = items.filter((item) => item !== '').join(' · ')
    if (words !== '') return words
  }
  return undefined
}

const itemList = z.array(z.unknown()).catch([])
const recordOf = z.record(z.string(), z.unknown()).catch({})
const cellWords = (cell: unknown): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')
const recordWords = (row: unknown, between: string): string =>
  Object.values(recordOf.parse(row))
    .map(cellWords)
    .filter((words) => words !== '')
    .slice(0, 2)
    .join(between)

/** True when the node's main words are missing in this language although others have them. */
export function lacksLanguage(node: FlowNode, language: Language, first: Language): boolean {
  const data: Readonly<Record<string, unknown>> = node.data
  const main = Object.entries(editorOf(node.type).fields).find(([, field]) => field.widget === 'localizedText' && field.required)
  if (!main) return false
  const text = localizedText.safeParse(data[main[0]])
  if (!text.success) return true
  return typeof text.data === 'string' ? language !== first : !text.data[language]
}
