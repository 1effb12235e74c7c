import { short } from '../document/path-text.ts'
import type { FlowEdge, FlowNode } from '../flow.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import { outcomeLabel } from '../outcome-labels.ts'
import type { Language } from '../text.ts'
import type { Change, FieldChange, FlowComparison } from './comparison.ts'
import { comparisonWords } from './comparison-words.ts'

const shownCharacters = 120

/** One thing that differs, in words; `nodeId` where it is at a node of either flow. */
export type ComparisonLine = { mark: '+' | '-' | '~' | '>'; text: string; details: readonly string[]; nodeId?: string }

/** What differs, one line for each thing: `+` added, `-` removed, `~` changed, `>` moved or renamed. None when the two are the same. */
export function comparisonLines(comparison: FlowComparison, locale: Language): ComparisonLine[] {
  const words = wordsIn(locale)
  return [
    ...headLines(comparison, words),
    ...nodeLines(comparison.nodes, words),
    ...edgeLines(comparison.edges, words),
    ...declaredLines(comparison, words),
  ]
}

/** A comparison as lines of plain text, with the marks of `comparisonLines`; details are indented. */
export function describeComparison(comparison: FlowComparison, locale: Language): string[] {
  if (comparison.isSame) return [wordsIn(locale).say('same')]
  return comparisonLines(comparison, locale).flatMap(({ mark, text, details }) => [
    `${mark} ${text}`,
    ...details.map((detail) => `    ${detail}`),
  ])
}

type Words = ReturnType<typeof wordsIn>

function wordsIn(locale: Language) {
  const say = (code: keyof typeof comparisonWords, values: Readonly<Record<string, string>> = {}) =>
    comparisonWords[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  const shown = (value: unknown) => (value === undefined ? say('nothing') : short(JSON.stringify(value), shownCharacters))
  const change = ({ before, after }: Change<unknown>) => `${shown(before)} → ${shown(after)}`
  return {
    locale,
    say,
    shown,
    change,
    /** A field's line; a text has one for each language that differs. */
    field: ({ field, before, after, texts }: FieldChange, label = field): string[] => {
      if (!texts) return [say('field', { field: label, change: change({ before, after }) })]
      const differing = texts.filter((text) => text.before !== text.after)
      return differing.map((text) => say('text', { field: label, language: text.language, change: change(text) }))
    },
    nodeName: (node: FlowNode) => say('node', { name: node.id, title: nodeTypeOf(node).editor.title[locale] }),
    edgeEnds: ({ source, sourceHandle, target }: FlowEdge) => ({ source, target, outcome: outcomeLabel(sourceHandle, locale) }),
  }
}

const marked = (mark: ComparisonLine['mark'], text: string, details: readonly string[] = [], nodeId?: string): ComparisonLine[] => [
  { mark, text, details, nodeId },
]

function headLines(
  { name, languages, start, settings, interface: declared }: FlowComparison,
  { say, change, field }: Words,
): ComparisonLine[] {
  const lists = languages && { before: languages.before.join(', '), after: languages.after.join(', ') }
  return [
    ...(name ? marked('~', say('name', { change: change(name) })) : []),
    ...(lists ? marked('~', say('languages', { change: `${lists.before} → ${lists.after}` })) : []),
    ...(start ? marked('~', say('start', { change: change(start) })) : []),
    ...settings.flatMap((each) => {
      if (!each.texts) return marked('~', say('setting', { field: each.field, change: change(each) }))
      return field(each).flatMap((line) => marked('~', line))
    }),
    ...declared.flatMap((each) => marked('~', say('interface', { field: each.field, change: change(each) }))),
  ]
}

function nodeLines({ added, removed, changed, moved, renamed }: FlowComparison['nodes'], words: Words): ComparisonLine[] {
  return [
    ...added.flatMap((node) => marked('+', words.nodeName(node), [], node.id)),
    ...removed.flatMap((node) => marked('-', words.nodeName(node), [], node.id)),
    ...changed.flatMap(({ node, fields }) => {
      const hints = nodeTypeOf(node.after).editor.fields
      const details = fields.flatMap((each) => words.field(each, hints[each.field]?.label[words.locale]))
      return marked('~', words.nodeName(node.after), details, node.after.id)
    }),
    ...renamed.flatMap(({ before, after }) => marked('>', words.say('nodeRenamed', { change: `${before} → ${after}` }), [], after)),
    ...moved.flatMap(({ id }) => marked('>', words.say('nodeMoved', { name: id }), [], id)),
  ]
}

function edgeLines({ added, removed, retargeted }: FlowComparison['edges'], { say, edgeEnds }: Words): ComparisonLine[] {
  return [
    ...added.flatMap((edge) => marked('+', say('edge', edgeEnds(edge)), [], edge.source)),
    ...removed.flatMap((edge) => marked('-', say('edge', edgeEnds(edge)), [], edge.source)),
    ...retargeted.flatMap(({ before, after }) =>
      marked('~', say('edgeRetargeted', { ...edgeEnds(after), change: `${before.target} → ${after.target}` }), [], after.source),
    ),
  ]
}

function declaredLines({ variables, intents, notes, subflows }: FlowComparison, { say, shown, field, locale }: Words): ComparisonLine[] {
  const samples = (sentences: readonly string[], language: Language, mark: '+' | '-') =>
    sentences.map((text) => `${mark} ${say('sample', { language, text: shown(text) })}`)
  return [
    ...variables.added.flatMap(({ name }) => marked('+', say('variable', { name }))),
    ...variables.removed.flatMap(({ name }) => marked('-', say('variable', { name }))),
    ...variables.changed.flatMap(({ name, fields }) =>
      marked(
        '~',
        say('variable', { name }),
        fields.flatMap((each) => field(each)),
      ),
    ),
    ...intents.added.flatMap(({ name }) => marked('+', say('intent', { name }))),
    ...intents.removed.flatMap(({ name }) => marked('-', say('intent', { name }))),
    ...intents.changed.flatMap(({ name, fields, samples: changes }) => {
      const sentences = changes.flatMap(({ language, added, removed }) => [
        ...samples(added, language, '+'),
        ...samples(removed, language, '-'),
      ])
      return marked('~', say('intent', { name }), [...fields.flatMap((each) => field(each)), ...sentences])
    }),
    ...notes.added.flatMap(({ text }) => marked('+', say('note', { text: shown(text) }))),
    ...notes.removed.flatMap(({ text }) => marked('-', say('note', { text: shown(text) }))),
    ...notes.changed.flatMap(({ after }) => marked('~', say('note', { text: shown(after.text) }))),
    ...subflows.added.flatMap((name) => marked('+', say('subflow', { name }))),
    ...subflows.removed.flatMap((name) => marked('-', say('subflow', { name }))),
    ...subflows.changed.flatMap(({ name, comparison }) => marked('~', say('subflow', { name }), describeComparison(comparison, locale))),
  ]
}
