'use client'

import type { Flow, Problem } from '@parley/flow-runtime'
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { whenFree } from '../../lib/when-free.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { useEditorStore } from './use-editor.tsx'

type Problems = {
  all: readonly Problem[]
  errors: readonly Problem[]
  warnings: readonly Problem[]
  byNode: ReadonlyMap<string, readonly Problem[]>
}

type ProblemsStore = ReturnType<typeof createProblemsStore>

const quietMs = 120
const none: Problems = { all: [], errors: [], warnings: [], byNode: new Map() }
const noProblems = () => none
const nothingToHear = () => () => undefined

function createProblemsStore() {
  let problems = none
  const listeners = new Set<() => void>()
  return {
    get: () => problems,
    set(next: Problems) {
      problems = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const StoreContext = createContext<ProblemsStore | null>(null)

/** Checks the flow while it is drawn, once the hand rests; the first time as soon as the page is free. */
export function ProblemsProvider({ children }: { children: ReactNode }) {
  const editor = useEditorStore()
  const locale = useLocale()
  const services = useQuery(useTRPC().services.list.queryOptions()).data
  const [store] = useState(createProblemsStore)
  useEffect(() => {
    let checked: Flow | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const run = async () => {
      const { check } = await import('@parley/flow-runtime/check')
      const { flow } = editor.getState().history
      if (flow === checked || isOver) return
      checked = flow
      store.set(sorted(check(flow, { services: services?.map((service) => service.name), locale }), store.get()))
    }
    const cancel = whenFree(run)
    const stop = editor.subscribe(() => {
      if (editor.getState().history.flow === checked) return
      clearTimeout(timer)
      timer = setTimeout(run, quietMs)
    })
    return () => {
      isOver = true
      stop()
      cancel()
      clearTimeout(timer)
    }
  }, [editor, store, services, locale])
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>
}

export function useProblems(): Problems {
  const store = useContext(StoreContext)
  return useSyncExternalStore(store?.subscribe ?? nothingToHear, store?.get ?? noProblems, noProblems)
}

const noneHere: readonly Problem[] = []

/** The problems of one node; the same list as long as they are the same. */
export function useNodeProblems(id: string): readonly Problem[] {
  const store = useContext(StoreContext)
  const read = () => store?.get().byNode.get(id) ?? noneHere
  return useSyncExternalStore(store?.subscribe ?? nothingToHear, read, () => noneHere)
}

/** Lists of nodes whose problems stayed are the ones from before. */
function sorted(all: readonly Problem[], before: Problems): Problems {
  const byNode = new Map<string, readonly Problem[]>()
  for (const problem of all) {
    // A node of a subflow is not on this canvas.
    if (problem.nodeId === undefined || problem.subflow !== undefined) continue
    const list = byNode.get(problem.nodeId)
    byNode.set(problem.nodeId, list ? [...list, problem] : [problem])
  }
  for (const [id, list] of byNode) {
    const old = before.byNode.get(id)
    if (old && old.length === list.length && old.every((problem, index) => saysTheSame(problem, list[index]))) byNode.set(id, old)
  }
  return {
    all,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
    byNode,
  }
}

const saysTheSame = (a: Problem, b: Problem | undefined) => a === b || JSON.stringify(a) === JSON.stringify(b)
