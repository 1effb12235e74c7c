'use client'

import { useCallback, useEffect, useState } from 'react'
import { useEditorStore } from '../flow-editor/state/use-editor.tsx'
import { useLocale } from '../i18n/text-provider.tsx'
import type { CallPhase } from '../test-call/call-phase.ts'
import type { TestWish } from '../test-call/test-wish.ts'
import { firstOpenStep, type Step } from './steps.ts'
import { useFirstRun } from './use-first-run.ts'
import { type TestKind, takeWantedTest } from './wanted-test.ts'

/** The guided path in the editor of its flow: the step it shows, and the test it asks of the drawer. */
export function useGuide(flowId: string) {
  const store = useEditorStore()
  const locale = useLocale()
  const { run, note } = useFirstRun()
  const [chosen, choose] = useState<Step>()
  const [wish, setWish] = useState<TestWish>()
  const [phase, setPhase] = useState<CallPhase>({ name: 'idle' })

  const test = useCallback((kind: TestKind) => {
    choose((before) => before ?? 'hear')
    setWish((before) => ({ kind, key: (before?.key ?? 0) + 1 }))
  }, [])
  const isHere = run?.flowId === flowId && !run.left
  useEffect(() => {
    // The calls are to be understood: they speak the language of the studio, where the flow does.
    if (isHere && store.getState().history.flow.languages.includes(locale)) store.set({ language: locale })
  }, [isHere, store, locale])
  useEffect(() => {
    const kind = takeWantedTest(flowId)
    if (kind) test(kind)
  }, [flowId, test])

  const open = run ? firstOpenStep(run) : undefined
  useEffect(() => {
    // A step that is done stays open until one goes on.
    if (isHere && chosen === undefined && open) choose(open)
  }, [isHere, chosen, open])
  const isHeard = phase.name === 'inCall' || wish?.kind === 'text'
  const { heard = true } = run ?? {}
  useEffect(() => {
    if (isHere && isHeard && !heard) note('heard')
  }, [isHere, isHeard, heard, note])

  return {
    run: isHere ? run : undefined,
    step: chosen ?? open,
    choose,
    note,
    wish,
    test,
    phase,
    setPhase,
  }
}
export type Guide = ReturnType<typeof useGuide>
