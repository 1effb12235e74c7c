import type { Flow, FlowNode, Language } from '@parley/flow-runtime'
import { type Node, Position } from '@xyflow/react'
import { cardWidth, rowHeight } from '../card-size.ts'
import { silentWords, spokenWords } from '../node-words.ts'
import { outcomesIn } from '../state/outcomes-in.ts'

const headHeight = 40
const lineHeight = 19
const lineLength = 36
const wordsMargin = 6

/**
 * How large a card will be and where its handles are, so that React Flow need not draw all cards once to know. What it measures
 * when the card comes into view takes its place.
 */
export function estimateCard(flow: Flow, node: FlowNode, locale: Language): Pick<Node, 'measured' | 'handles'> {
  const words = spokenWords(node, flow.languages[0] ?? 'en', flow.languages[0] ?? 'en') ?? silentWords(node)
  const lines = words === undefined ? 0 : words.length > lineLength ? 2 : 1
  const top = headHeight + (lines === 0 ? 0 : lines * lineHeight + wordsMargin)
  const outcomes = outcomesIn(flow, node, locale)
  const source = outcomes.map(({ name }, row) => ({
    ...{ id: name, type: 'source' as const, position: Position.Right, width: 11, height: 11 },
    x: cardWidth - 6,
    y: top + (row + 0.5) * rowHeight - 5,
  }))
  return {
    measured: { width: cardWidth, height: top + outcomes.length * rowHeight + 1 },
    handles: [{ id: 'in', type: 'target', position: Position.Left, x: -7, y: 6, width: 12, height: 26 }, ...source],
  }
}
