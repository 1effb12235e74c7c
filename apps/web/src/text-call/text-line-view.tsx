'use client'

import { type Effect, type UnderstandRequest, whyText } from '@parley/flow-runtime'
import type { ReactNode } from 'react'
import { nodeTitle } from '../flow-editor/node-words.ts'
import { nodeById } from '../flow-editor/state/flow-lookup.ts'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { variableTitle } from '../lib/variable-title.ts'
import type { TextLine } from './text-turns.ts'

/** One line of a text call: the agent's words, what was understood, a decision with its reason, something asked of the world. */
export function TextLineView({ line, tookMs }: { line: TextLine; tookMs: (request: UnderstandRequest) => number | undefined }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const goTo = useGoToNode()
  switch (line.kind) {
    case 'agent':
      return (
        <p data-speaker="agent" className="rise mb-1 grid grid-cols-[56px_1fr] gap-3">
          <span className="pt-px text-right font-medium text-speak text-xs">{t.testCall.agent}</span>
          <span className="max-w-[68ch]">{line.text}</span>
        </p>
      )
    case 'understood': {
      const { intent, confidence, slots } = line.result
      const ms = tookMs(line.request)
      const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
      const parts = [
        ...(intent === null ? [] : [`${intent} (${percent.format(confidence)})`]),
        ...slots.map((slot) => `${variableTitle(flow, slot.name)} = ${String(slot.value)} (${percent.format(slot.confidence)})`),
        ...(ms === undefined ? [] : [t.textCall.understood(Math.round(ms))]),
      ]
      return parts.length === 0 ? null : <Small>{parts.join(' · ')}</Small>
    }
    case 'decision': {
      const { nodeId, nextNodeId, why } = line.decision
      const words = whyText(why, locale)
      const to = nextNodeId ?? nodeId
      const node = nodeById(flow, to.split('/')[0] ?? to)
      if (words === '') return null
      return (
        <Small testId="text-decision">
          {node && nextNodeId !== undefined && (
            <button type="button" className="mr-1.5 rounded font-medium text-ink-2 hover:underline" onClick={() => goTo(node.id)}>
              → {nodeTitle(node, locale)}
            </button>
          )}
          {words}
        </Small>
      )
    }
    case 'effect':
      return <Small>{effectWords(line.effect, t)}</Small>
  }
}

function Small({ children, testId }: { children: ReactNode; testId?: string }) {
  return (
    <p data-testid={testId} className="mb-0.5 ml-[68px] max-w-[80ch] text-ink-3 text-xs">
      {children}
    </p>
  )
}

function effectWords(effect: Effect, t: SharedCatalogue): string {
  switch (effect.type) {
    case 'callTool':
      return `${t.textCall.asks(effect.tool)} ${JSON.stringify(effect.input)}`
    case 'startTask':
      return `${t.textCall.asks(effect.task)} ${JSON.stringify(effect.input)}`
    case 'transfer':
      return t.textCall.transfers(effect.to)
    case 'setLanguage':
      return t.textCall.language(t.editor.languages[effect.to])
    case 'record':
      return `${t.textCall.records} ${JSON.stringify(effect.entry)}`
    case 'sendKeys':
      return `${t.textCall.keys}: ${effect.keys}`
    default:
      return t.textCall.proposes
  }
}
