'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { focusWhenSeen } from '../flow-editor/keys/focus.ts'
import { useEditorStore } from '../flow-editor/state/use-editor.tsx'
import { useProblems } from '../flow-editor/state/use-problems.tsx'
import { useText } from '../i18n/text-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CallControls } from './call-controls.tsx'
import { type CallPhase, isRunning } from './call-phase.ts'
import { DrawerHandle } from './drawer-handle.tsx'
import { DrawerTabs, panelId } from './drawer-tabs.tsx'
import type { TestWish } from './test-wish.ts'
import { useDrawerHeight } from './use-drawer-height.ts'
import { type DrawerTab, useDrawerTab } from './use-drawer-tab.ts'
import { loadLine, useTestCall } from './use-test-call.ts'

const TextTab = dynamic(() => import('../text-call/text-tab.tsx').then((module) => module.TextTab), { ssr: false })
const VoiceTab = dynamic(() => import('./voice-tab.tsx').then((module) => module.VoiceTab), { ssr: false })
const LastWhy = dynamic(() => import('./last-why.tsx').then((module) => module.LastWhy), { ssr: false })
const ScenariosTab = dynamic(() => import('../scenarios/scenarios-tab.tsx').then((module) => module.ScenariosTab), { ssr: false })

type TestDrawerProps = {
  flowId: string
  open: boolean
  onToggle: (open: boolean) => void
  /** A test asked for from outside the drawer. */
  wish?: TestWish
  onPhase: (phase: CallPhase) => void
}

/** The drawer under the canvas: play the draft in writing, talk to it, run the scenarios. */
export function TestDrawer({ flowId, open, onToggle, wish, onPhase }: TestDrawerProps) {
  const t = useText()
  const store = useEditorStore()
  const { errors } = useProblems()
  const { height, resize } = useDrawerHeight()
  const { tab, choose } = useDrawerTab()
  const { phase, callId, called, live, microphone, answeredAt, call, hangUp } = useTestCall(flowId)
  const isVoiceShown = open && tab === 'voice'
  const frame = useRef<HTMLElement>(null)

  // Opened from elsewhere, it takes the keyboard: to what is done first here, once the tab has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: who only changes the tab stays on it
  useEffect(() => {
    if (!open || frame.current?.contains(document.activeElement)) return
    const first = tab === 'voice' ? '[data-testid=call]' : '[role=tabpanel]:not([hidden]) [data-autofocus]'
    focusWhenSeen(() => frame.current?.querySelector<HTMLElement>(first) ?? null)
  }, [open])

  useEffect(() => {
    if (isVoiceShown) void loadLine().catch(() => undefined)
  }, [isVoiceShown])

  useEffect(() => {
    if (!isVoiceShown || phase.name === 'idle') return
    store.set({ trail: { currentNodeId: live.currentNodeId, nodeIds: live.nodeIds, edgeIds: live.edgeIds } })
    return () => store.set({ trail: undefined })
  }, [store, isVoiceShown, phase.name, live])

  const show = (next: DrawerTab) => {
    choose(next)
    onToggle(true)
  }
  /** What would break the call is named in the tab instead. */
  const callDraft = () => {
    show('voice')
    if (errors.length > 0) return focusWhenSeen(() => frame.current?.querySelector<HTMLElement>('[data-testid=repair-first] ul') ?? null)
    const { history, language } = store.getState()
    void call(history.flow, language)
  }
  useEffect(() => onPhase(phase), [phase, onPhase])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is granted once
  useEffect(() => {
    if (wish?.kind === 'voice') callDraft()
    else if (wish) show(wish.kind)
  }, [wish])
  const outcome = phase.name === 'ended' ? phase.outcome : undefined
  return (
    <section
      ref={frame}
      aria-label={t.testCall.title}
      data-testid="test-drawer"
      className="relative flex shrink-0 flex-col border-line border-t bg-surface"
      style={{ height: open ? height : 41 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open || document.querySelector('dialog[open]')) return
        event.stopPropagation()
        onToggle(false)
        document.getElementById('toggle-test')?.focus()
      }}
    >
      {open && <DrawerHandle height={height} onResize={resize} />}
      <header className="flex h-10 shrink-0 items-center gap-3 px-3">
        <Button
          look="ghost"
          size="small"
          id="toggle-test"
          aria-expanded={open}
          title={open ? t.testCall.collapse : t.testCall.expand}
          data-testid="toggle-test"
          onClick={() => onToggle(!open)}
        >
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
          <span className="font-semibold text-ink">{t.testCall.title}</span>
        </Button>
        <DrawerTabs tab={tab} open={open} onChoose={show} />
        <p data-testid="last-decision" className="min-w-0 flex-1 truncate text-ink-3 text-xs">
          {isRunning(phase) && live.lastWhy && <LastWhy why={live.lastWhy} />}
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
        <CallControls phase={phase} microphone={microphone} answeredAt={answeredAt} onCall={callDraft} onHangUp={() => void hangUp()} />
      </header>
      <TabPanel name="text" shown={open && tab === 'text'}>
        <TextTab flowId={flowId} shown={open && tab === 'text'} wish={wish?.kind === 'text' ? wish : undefined} />
      </TabPanel>
      <TabPanel name="voice" shown={isVoiceShown}>
        <VoiceTab flowId={flowId} called={called} phase={phase} live={live} />
      </TabPanel>
      <TabPanel name="scenarios" shown={open && tab === 'scenarios'}>
        <ScenariosTab flowId={flowId} shown={open && tab === 'scenarios'} onTextCall={() => show('text')} />
      </TabPanel>
    </section>
  )
}

/** What is in a tab stays as it is while another one is open; nothing is loaded before it was opened once. */
function TabPanel({ name, shown, children }: { name: DrawerTab; shown: boolean; children: ReactNode }) {
  const [wasShown, setShown] = useState(shown)
  if (shown && !wasShown) setShown(true)
  if (!wasShown) return null
  return (
    <div
      id={panelId(name)}
      role="tabpanel"
      aria-labelledby={`tab-${name}`}
      hidden={!shown}
      className={shown ? 'flex min-h-0 flex-1 flex-col border-line border-t' : undefined}
    >
      {children}
    </div>
  )
}
