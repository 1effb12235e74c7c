'use client'

import Link from 'next/link'
import { nodeTitle } from '../call-page/node-title.ts'
import { nodeById } from '../flow-editor/state/flow-lookup.ts'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { useNow } from '../lib/use-now.ts'
import { onCanvas } from '../replay/replay-frames.ts'
import type { Running } from './live-look.tsx'

/** Running calls, newest first: how long, where, and a link to the call. */
export function RunningList({ calls }: { calls: Running['newest'] }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const goTo = useGoToNode()
  const now = useNow(1_000)
  return (
    <ul className="-mx-1.5 min-h-0 flex-1 overflow-y-auto">
      {calls.map(({ id, nodeId, channel, startedAt, answeredAt, flowVersionNumber }) => {
        const isHere = nodeId !== null && nodeById(flow, onCanvas(nodeId)) !== undefined
        return (
          <li key={id} data-testid={`running-${id}`} className="flex items-baseline gap-2 rounded-md px-1.5 py-1 hover:bg-hover">
            <Link href={`/calls/${id}`} className="shrink-0 rounded font-mono text-xs tabular-nums underline-offset-2 hover:underline">
              {now === undefined ? '–' : clock((now - Number(answeredAt ?? startedAt)) / 1000)}
            </Link>
            {isHere ? (
              <button type="button" className="min-w-0 flex-1 truncate rounded text-left" onClick={() => goTo(onCanvas(nodeId))}>
                {nodeTitle(flow, nodeId, locale)}
              </button>
            ) : (
              <span className="min-w-0 flex-1 truncate text-ink-3">{nodeId === null ? t.pastCalls.notStarted : t.pastCalls.elsewhere}</span>
            )}
            <span className="shrink-0 text-ink-3 text-xs">
              {t.callPage.channels[channel]}, {t.callPage.version(flowVersionNumber)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
