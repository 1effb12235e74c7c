'use client'

import { type Flow, whyText } from '@parley/flow-runtime'
import { ChevronDown, ChevronUp } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { failureSentence } from '../calls/failure-sentence.ts'
import { useEditorStore } from '../flow-editor/state/use-editor.tsx'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { errorSentence } from '../trpc/error-code.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/states.tsx'
import { CallControls } from './call-controls.tsx'
import { isRunning } from './call-phase.ts'
import { CallTranscript } from './call-transcript.tsx'
import { DrawerHandle } from './drawer-handle.tsx'
import { FilledValues } from './filled-values.tsx'
import { useDrawerHeight } from './use-drawer-height.ts'
import { useTestCall } from './use-test-call.ts'

type TestDrawerProps = {
  flowId: string
  published: { number: number; document: Flow } | null
  draftDiffers: boolean
  open: boolean
  onToggle: (open: boolean) => void
}
const noEdges = { edges: [] }

/** The drawer under the canvas: talk to the published flow and watch it think. */
export function TestDrawer({ flowId, published, draftDiffers, open, onToggle }: TestDrawerProps) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const { height, resize } = useDrawerHeight()
  const { phase, callId, live, microphone, answeredAt, call, hangUp } = useTestCall(flowId, published?.document ?? noEdges)

  useEffect(() => {
    const isOver = phase.name === 'idle'
    store.set({ trail: isOver ? undefined : { currentNodeId: live.currentNodeId, nodeIds: live.nodeIds, edgeIds: live.edgeIds } })
  }, [store, phase.name, live])

  const outcome = phase.name === 'ended' ? phase.outcome : undefined
  return (
    <section
      aria-label={t.testCall.title}
      data-testid="test-drawer"
      className="relative flex shrink-0 flex-col border-line border-t bg-surface"
      style={{ height: open ? height : 41 }}
    >
      {open && <DrawerHandle height={height} onResize={resize} />}
      <header className="flex h-10 shrink-0 items-center gap-3 px-3">
        <Button
          look="ghost"
          size="small"
          aria-expanded={open}
          title={open ? t.testCall.collapse : t.testCall.expand}
          data-testid="toggle-test"
          onClick={() => onToggle(!open)}
        >
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
          <span className="font-semibold text-ink">{t.testCall.title}</span>
          <span>{t.testCall.voice}</span>
        </Button>
        <p data-testid="last-decision" className="min-w-0 flex-1 truncate text-ink-3 text-xs">
          {isRunning(phase) && live.lastWhy && whyText(live.lastWhy, locale)}
        </p>
        {outcome && (
          <span data-testid="call-outcome" data-outcome={outcome}>
            <Badge tone={outcome === 'completed' || outcome === 'transferred' ? 'good' : outcome === 'failed' ? 'bad' : 'neutral'}>
              {t.calls.outcomes[outcome]}
            </Badge>
          </span>
        )}
        {callId && !isRunning(phase) && (
          <Button asChild size="small">
            <Link href={`/calls/${callId}`} data-testid="open-call">
              {t.testCall.openCall}
            </Link>
          </Button>
        )}
        <CallControls
          phase={phase}
          canCall={published !== null}
          microphone={microphone}
          answeredAt={answeredAt}
          onCall={() => {
            onToggle(true)
            void call()
          }}
          onHangUp={() => void hangUp()}
        />
      </header>
      {open && (
        <div className="flex min-h-0 flex-1 flex-col border-line border-t">
          {phase.name === 'failed' && (
            <div className="p-3 pb-0" data-testid="call-error" data-code={phase.code}>
              <ErrorState message={errorSentence(t, phase.code)} />
            </div>
          )}
          {phase.name === 'ended' && phase.failureCode && (
            <div className="p-3 pb-0" data-testid="call-error" data-code={phase.failureCode}>
              <ErrorState message={failureSentence(t, phase.failureCode)} />
            </div>
          )}
          {(!published || draftDiffers) && !isRunning(phase) && (
            <p data-testid="draft-differs" className={cn('mx-4 mt-3 rounded-md bg-call-soft px-3 py-2 text-call text-xs')}>
              {published ? t.testCall.draftDiffers(published.number) : t.testCall.notPublished}
            </p>
          )}
          {phase.name === 'idle' ? (
            <p className="px-4 py-3 text-ink-2">{t.testCall.intro}</p>
          ) : (
            <div className="flex min-h-0 flex-1">
              <CallTranscript turns={live.turns} isListening={live.isListening && isRunning(phase)} />
              <FilledValues variables={live.variables} flow={published?.document ?? null} />
            </div>
          )}
        </div>
      )}
    </section>
  )
}
