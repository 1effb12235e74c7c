import { type Flow, nodeByWholeId, nodeTypes, outcomesOf } from '@parley/flow-runtime'
import type { Locale } from '../i18n/locale.ts'

/** The name of a node's type in the studio's language, after the subflow it is in; its id when the version could not be read. */
export function nodeTitle(flow: Flow | null, wholeId: string, locale: Locale): string {
  const found = flow ? nodeByWholeId(flow, wholeId) : undefined
  if (!flow || !found) return wholeId
  const title = nodeTypes[found.node.type].editor.title[locale]
  return found.flow === flow ? title : `${found.flow.name} › ${title}`
}

/** An outcome in the words the canvas shows. */
export function outcomeTitle(flow: Flow | null, wholeId: string, outcome: string, locale: Locale): string {
  const place = flow ? nodeByWholeId(flow, wholeId) : undefined
  const found = place && outcomesOf(place.node, place.flow, locale).find(({ name }) => name === outcome)
  return found ? found.label : outcome
}
