import { type Flow, nodeTypes, outcomesOf } from '@parley/flow-runtime'
import type { Locale } from '../i18n/locale.ts'

/** The name of a node's type in the studio's language; its id when the version could not be read. */
export function nodeTitle(flow: Flow | null, nodeId: string, locale: Locale): string {
  const node = flow?.nodes.find(({ id }) => id === nodeId)
  return node ? nodeTypes[node.type].editor.title[locale] : nodeId
}

/** An outcome in the words the canvas shows. */
export function outcomeTitle(flow: Flow | null, nodeId: string, outcome: string, locale: Locale): string {
  const node = flow?.nodes.find(({ id }) => id === nodeId)
  const found = flow && node && outcomesOf(node, flow, locale).find(({ name }) => name === outcome)
  return found ? found.label : outcome
}
