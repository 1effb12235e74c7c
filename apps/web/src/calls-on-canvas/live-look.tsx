'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { nodeTitle } from '../call-page/node-title.ts'
import { emptyOverlay } from '../flow-editor/state/overlay.ts'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { onCanvas } from '../replay/replay-frames.ts'
import type { AppRouter } from '../server/router.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { RunningList } from './running-list.tsx'
import { useOwnOverlay } from './use-own-overlay.ts'

type Subscribed = inferRouterOutputs<AppRouter>['calls']['runningOf']
export type Running = Subscribed extends AsyncIterable<infer Told> ? Told : never

/** The calls that run now: how many at each node, and which. */
export function LiveLook({ flowId, onTaken }: { flowId: string; onTaken: () => void }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const [told, setTold] = useState<Running>()
  const [atNode, setAtNode] = useState<string>()
  const { status } = useSubscription(useTRPC().calls.runningOf.subscriptionOptions({ flowId }, { onData: setTold }))
  const overlay = useMemo(() => {
    const nodes = new Map<string, { count: number }>()
    for (const { nodeId, calls } of told?.counts ?? []) {
      if (nodeId === null) continue
      const id = onCanvas(nodeId)
      nodes.set(id, { count: (nodes.get(id)?.count ?? 0) + calls })
    }
    return { ...emptyOverlay('live'), nodes, onCount: setAtNode }
  }, [told])
  useOwnOverlay('live', overlay, onTaken)

  const total = told?.counts.reduce((sum, { calls }) => sum + calls, 0) ?? 0
  const shown = (told?.newest ?? []).filter(({ nodeId }) => atNode === undefined || (nodeId !== null && onCanvas(nodeId) === atNode))
  const wanted = atNode === undefined ? total : (overlay.nodes.get(atNode)?.count ?? 0)
  return (
    <div data-testid="live-calls" className="flex min-h-0 flex-col gap-2 p-3">
      {(status === 'error' || status === 'connecting') && told && <p className="text-call text-xs">{t.pastCalls.liveLost}</p>}
      <p role="status" className="font-medium">
        {atNode === undefined
          ? total === 0
            ? t.pastCalls.runningNone
            : t.pastCalls.running(total)
          : t.pastCalls.runningAt(nodeTitle(flow, atNode, locale))}
      </p>
      {atNode !== undefined && (
        <Button look="ghost" size="small" className="self-start" onClick={() => setAtNode(undefined)}>
          {t.pastCalls.runningAll}
        </Button>
      )}
      <RunningList calls={shown} />
      {wanted > shown.length && <p className="text-ink-3 text-xs">{t.pastCalls.runningMore(wanted - shown.length)}</p>}
    </div>
  )
}
