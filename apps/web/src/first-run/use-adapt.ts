'use client'

import { apply as applyTo, type Flow } from '@parley/flow-runtime'
import { compareFlows } from '@parley/flow-runtime/compare'
import { mergeFlows } from '@parley/flow-runtime/merge'
import type { Scenario } from '@parley/flow-runtime/scenarios'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterInputs } from '@trpc/server'
import { useEffect, useRef, useState } from 'react'
import { useEditorStore, useFlow } from '../flow-editor/state/use-editor.tsx'
import { useText } from '../i18n/text-provider.tsx'
import type { AppRouter } from '../server/router.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { adaptFlow } from './adapt-flow.ts'
import { adaptScenario } from './adapt-scenario.ts'
import type { Practice } from './practice.ts'

type CalendarChange = inferRouterInputs<AppRouter>['firstRun']['changeCalendar']
/** What was there before, to be put back. */
type Applied = { before: Flow; after: Flow; calendar: CalendarChange; scenarios: ReadonlyMap<string, Scenario> }

/**
 * Makes the flow a practice's own: calendar, draft and scenarios together. Once the draft says again what it said before, by the button
 * or by undo, the calendar and the scenarios follow.
 */
export function useAdapt(flowId: string, onDone: (done: boolean) => void) {
  const t = useText()
  const trpc = useTRPC()
  const store = useEditorStore()
  const flow = useFlow()
  const queryClient = useQueryClient()
  const { mutateAsync: changeCalendar } = useMutation(trpc.firstRun.changeCalendar.mutationOptions())
  const { mutateAsync: saveScenario } = useMutation(trpc.scenarios.save.mutationOptions())
  const [applied, setApplied] = useState<Applied>()
  const [isApplying, setApplying] = useState(false)
  const [failure, setFailure] = useState<string>()

  /** Saves what `change` makes of each stored scenario; returns those it replaced. */
  const changeScenarios = async (change: (id: string, document: Scenario) => Scenario | undefined) => {
    const stored = await queryClient.fetchQuery({ ...trpc.scenarios.list.queryOptions({ flowId }), staleTime: 0 })
    const replaced = new Map<string, Scenario>()
    for (const { id, revision, document } of stored) {
      const next = document && change(id, document)
      if (!document || !next || JSON.stringify(next) === JSON.stringify(document)) continue
      const saved = await saveScenario({ scenarioId: id, revision, document: next })
      if (!saved.ok) throw new Error('Somebody else has changed a scenario meanwhile.')
      replaced.set(id, document)
    }
    await queryClient.invalidateQueries({ queryKey: trpc.scenarios.pathKey() })
    return replaced
  }
  const renewServices = () => queryClient.invalidateQueries({ queryKey: trpc.services.pathKey() })

  const apply = async (practice: Practice) => {
    setApplying(true)
    setFailure(undefined)
    try {
      const services = practice.services.map(({ name, durationMin }) => ({ name: name.replace(/[{}]/g, '').trim(), durationMin }))
      const { days, opens, closes } = practice
      const openingHours = days.map((weekday) => ({ weekday, opens, closes }))
      const calendar = await changeCalendar({ services, removed: [], openingHours })
      await renewServices()
      const before = store.getState().history.flow
      const operation = adaptFlow(before, { ...practice, services })
      const after = applyTo(before, operation)
      store.edit(operation, { label: 'makeYours' })
      const scenarios = await changeScenarios((_, document) => adaptScenario(document, before, after)).catch(() => {
        setFailure(t.firstRun.adapt.scenariosKept)
        return new Map<string, Scenario>()
      })
      setApplied({ before, after, calendar: asInput(calendar), scenarios })
      onDone(true)
    } catch (error) {
      setFailure(`${t.firstRun.adapt.failedNothing} ${errorSentence(t, errorCode(error))}`)
    } finally {
      setApplying(false)
    }
  }

  const putBack = useRef<(from: Applied) => Promise<void>>(undefined)
  putBack.current = async ({ calendar, scenarios }) => {
    setApplied(undefined)
    setApplying(true)
    onDone(false)
    await Promise.all([changeCalendar(calendar), changeScenarios((id) => scenarios.get(id))]).catch((error: unknown) =>
      setFailure(errorSentence(t, errorCode(error))),
    )
    await renewServices()
    setApplying(false)
  }
  useEffect(() => {
    if (!applied || applied.before === applied.after || flow === applied.after) return
    if (compareFlows(applied.before, flow).isSame) void putBack.current?.(applied)
  }, [applied, flow])

  const takeBack = () => {
    if (!applied) return
    const { before, after } = applied
    if (before === after) return void putBack.current?.(applied)
    // What was changed since stays.
    const { flow: back } = mergeFlows(after, before, store.getState().history.flow)
    store.edit({ type: 'replaceFlow', flow: back }, { label: 'makeYours' })
    if (!compareFlows(before, back).isSame) void putBack.current?.(applied)
  }
  return { applied, apply, takeBack, isApplying, failure }
}
export type Adapting = ReturnType<typeof useAdapt>

const asInput = ({
  services,
  removed,
  openingHours,
}: { [Part in keyof CalendarChange]: readonly CalendarChange[Part][number][] }): CalendarChange => ({
  services: [...services],
  removed: [...removed],
  openingHours: [...openingHours],
})
