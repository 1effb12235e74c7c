'use client'

import type { CallOutcome, Flow } from '@parley/flow-runtime'
import { CircleCheck, Split } from 'lucide-react'
import { nodeTitle } from '../call-page/node-title.ts'
import type { ReadCall } from '../call-page/read-call-type.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import type { ReadBacktest } from './read-backtest.ts'

/** Whether the draft takes the call the same way; else where it first differs, and how both end. */
export function BacktestVerdict({ result, past }: { result: ReadBacktest; past: ReadCall }) {
  const t = useText()
  const { same, firstDifference: difference, stopped, outcome, draft } = result
  if (same || !difference)
    return (
      <p data-testid="backtest" data-same className="m-3 flex gap-2 rounded-lg bg-do-soft p-3 text-do">
        <CircleCheck size={16} className="mt-0.5 shrink-0" aria-hidden />
        {t.pastCalls.same}
      </p>
    )
  const endOf = (end: CallOutcome | null) => (end ? t.calls.outcomes[end] : t.pastCalls.notEnded)
  return (
    <div data-testid="backtest" className="m-3 flex flex-col gap-2.5 rounded-lg bg-call-soft p-3">
      <p className="flex gap-2 font-medium text-call">
        <Split size={16} className="mt-0.5 shrink-0" aria-hidden />
        {t.pastCalls.differs(difference.turn)}
      </p>
      {difference.contactSaid !== '' && <Line name={t.pastCalls.callerDid} words={difference.contactSaid} />}
      <Passage name={t.pastCalls.before} flow={past.flow} passage={difference.before} end={endOf(outcome.before)} />
      <Passage name={t.pastCalls.after} flow={draft} passage={difference.after} end={endOf(outcome.after)} />
      {stopped !== undefined && <Line name={t.pastCalls.stopped} words={stopped} />}
    </div>
  )
}

type PassageProps = { name: string; flow: Flow | null; passage: { node: string; words: string }; end: string }

function Passage({ name, flow, passage: { node, words }, end }: PassageProps) {
  const t = useText()
  const locale = useLocale()
  const where = node === '' ? t.pastCalls.nowhere : t.pastCalls.atNode(nodeTitle(flow, node, locale))
  return (
    <div>
      <p className="text-ink-2 text-xs">
        {name}, {where}
      </p>
      {words !== '' && <p className="line-clamp-4">{words}</p>}
      <p className="text-ink-2 text-xs">
        {t.pastCalls.endedAs}: {end}
      </p>
    </div>
  )
}

function Line({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <p className="text-ink-2 text-xs">{name}</p>
      <p className="line-clamp-4">{words}</p>
    </div>
  )
}
