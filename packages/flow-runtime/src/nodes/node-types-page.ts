import { z } from 'zod'
import { isObject } from '../document/is-object.ts'
import { flowHead } from '../flow-head.ts'
import type { AnyNodeType, FieldHint, FieldWidget, NodeGroup } from '../node-type.ts'
import { outcomeLabel } from '../outcome-labels.ts'
import { nodeTypes } from './index.ts'

const groupTitles: Record<NodeGroup, string> = {
  speak: 'Speak',
  listen: 'Listen',
  logic: 'Logic',
  do: 'Do',
  call: 'Call',
}

const widgetWords: Record<FieldWidget, string> = {
  text: 'text',
  textarea: 'long text',
  localizedText: 'words per language',
  variable: 'a variable',
  variables: 'variables',
  expression: 'expression',
  intents: 'intents',
  choice: 'one of',
  number: 'number',
  toggle: 'yes or no',
  phone: 'phone number',
  service: 'a service of the calendar',
  assignments: 'variables with their expressions',
  conditions: 'named conditions',
  rows: 'lines',
  group: 'group',
  subflow: 'a subflow of the flow',
  result: 'a result of the flow',
}

const introduction = `# Node types

What every node of a flow can be told. The studio draws its forms from the same data, so a field is called here as it is there; in the document it is
called as in the first column. **Required** fields stop a publish while they are empty. Outcomes are those of a new node; many nodes get more of them
from their fields (an intent, a key, a condition, a line). How they work together: [the flow language](flow-language.md).

This page is generated (\`npm run --silent node-types\` in \`packages/flow-runtime\`); a test says when it is stale.
`

const emptyHead = flowHead.parse({ schemaVersion: 1 })
const types: readonly AnyNodeType[] = Object.values(nodeTypes)

/** docs/node-types.md: every node type by group, with its help, outcomes and fields. */
export function nodeTypesPage(): string {
  const groups = Object.entries(groupTitles).map(([group, title]) => {
    const sections = types.filter(({ editor }) => editor.group === group).map(section)
    return [`## ${title}\n`, ...sections].join('\n')
  })
  return [introduction, ...groups, sharedGroups()].join('\n')
}

type Member = { name: string; hint: FieldHint; nodeType: AnyNodeType }

/** The groups of fields that several node types have, each once. */
const shared: ReadonlyMap<FieldHint['fields'], Member> = (() => {
  const all = types.flatMap((nodeType) => Object.entries(nodeType.editor.fields).map(([name, hint]): Member => ({ name, hint, nodeType })))
  const groups = all.filter(({ hint }) => hint.fields !== undefined)
  const isShared = ({ hint, nodeType }: Member) => groups.some((other) => other.nodeType !== nodeType && other.hint.fields === hint.fields)
  return new Map(groups.filter(isShared).map((member) => [member.hint.fields, member]))
})()

function sharedGroups(): string {
  const sections = [...shared.values()].map(({ name, hint, nodeType }) =>
    [
      `### \`${name}\`: ${hint.label.en}\n`,
      ...tableOf(hint.fields ?? {}, at(at(schemaOf(nodeType), 'properties'), name), `${name}.`),
      '',
    ].join('\n'),
  )
  return ['## Groups of fields that several nodes have\n', ...sections].join('\n')
}

function section(nodeType: AnyNodeType): string {
  const { title, help, fields } = nodeType.editor
  const [what = '', how = '', example = ''] = help.en.split('\n')
  return `### ${title.en} (\`${nodeType.type}\`)

${what} ${how} _${example}_

${outcomesOf(nodeType)}

${tableOf(fields, schemaOf(nodeType), '').join('\n')}
`
}

const schemaOf = ({ config }: AnyNodeType): unknown => z.toJSONSchema(config, { io: 'input' })

const tableOf = (fields: Readonly<Record<string, FieldHint>>, schema: unknown, within: string) => [
  '| field | label | holds | required | default |',
  '| --- | --- | --- | --- | --- |',
  ...rowsOf(fields, schema, within),
]

function outcomesOf({ config, outcomes, outcomeLabels, optionalOutcomes = [], entered, endsCall }: AnyNodeType): string {
  const data = config.parse({})
  const own = outcomeLabels?.(data) ?? {}
  const names = outcomes(data, emptyHead).map((name) => {
    const label = own[name]?.en ?? outcomeLabel(name, 'en')
    return `\`${name}\` (${label}${optionalOutcomes.includes(name) ? '; needs no connection' : ''})`
  })
  const none = endsCall ? 'none, the call ends here' : 'none yet'
  const ways = `Outcomes: ${names.length === 0 ? none : names.join(', ')}.`
  if (entered === 'byIntent') return `Entered by what the caller wants, not by a connection. ${ways}`
  return entered === 'byMachine' ? `Entered when a machine answers, not by a connection. ${ways}` : ways
}

function rowsOf(fields: Readonly<Record<string, FieldHint>>, schema: unknown, within: string): string[] {
  return Object.entries(fields).flatMap(([name, hint]) => {
    const own = at(at(schema, 'properties'), name)
    const label = [`**${hint.label.en}**`, hint.help?.en ?? ''].filter((words) => words !== '').join('<br>')
    const cells = [`\`${within}${name}\``, label, holdsOf(hint), requiredOf(hint), defaultOf(at(own, 'default'))]
    const row = `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
    const parts = hint.columns ? rowsOf(hint.columns, at(own, 'items'), `${within}${name}[].`) : []
    const members = hint.fields && !shared.has(hint.fields) ? rowsOf(hint.fields, own, `${within}${name}.`) : []
    return [row, ...parts, ...members]
  })
}

function holdsOf({ widget = 'text', options = [], fields, outcome, condition }: FieldHint): string {
  const words = widgetWords[widget]
  if (widget === 'choice') return `${words} ${options.map(({ value, label }) => optionWords(value, label.en)).join(', ')}`
  if (fields && shared.has(fields)) return `${words}, [below](#groups-of-fields-that-several-nodes-have)`
  if (condition) return `${words} that is true or false`
  return outcome ? `${words}, an outcome` : words
}

const optionWords = (value: string, label: string) => (value === label ? `\`${value}\`` : `\`${value}\` (${label})`)

function requiredOf({ required, requiredWhen, shownWhen }: FieldHint): string {
  const when = ({ field, is }: NonNullable<FieldHint['shownWhen']>) => `\`${field}\` is ${is.map((value) => `\`${value}\``).join(' or ')}`
  const words = [
    required ? 'yes' : requiredWhen ? `when ${when(requiredWhen)}` : '',
    shownWhen ? `only while ${when(shownWhen)}` : '',
  ].filter((part) => part !== '')
  return words.join('; ')
}

/** Empty values say nothing. */
function defaultOf(value: unknown): string {
  const text = JSON.stringify(value)
  return value === undefined || text === '""' || text === '[]' || text === '{}' ? '' : `\`${text}\``
}

const at = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)
