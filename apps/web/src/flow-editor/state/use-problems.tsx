'use client'

import { check, type Problem } from '@parley/flow-runtime'
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { useFlow } from './use-editor.tsx'

type Problems = {
  all: readonly Problem[]
  errors: readonly Problem[]
  warnings: readonly Problem[]
  byNode: ReadonlyMap<string, readonly Problem[]>
}

const none: Problems = { all: [], errors: [], warnings: [], byNode: new Map() }
const ProblemsContext = createContext<Problems>(none)

/** Checks the flow while it is drawn, a moment behind the hand. */
export function ProblemsProvider({ children }: { children: ReactNode }) {
  const flow = useDeferredValue(useFlow())
  const locale = useLocale()
  const services = useQuery(useTRPC().services.list.queryOptions()).data
  const problems = useMemo(() => {
    const all = check(flow, { services: services?.map((service) => service.name), locale })
    return sorted(all)
  }, [flow, services, locale])
  return <ProblemsContext.Provider value={problems}>{children}</ProblemsContext.Provider>
}

export const useProblems = () => useContext(ProblemsContext)

function sorted(all: readonly Problem[]): Problems {
  const byNode = new Map<string, Problem[]>()
  for (const problem of all) {
    // A node of a subflow is not one of this canvas.
    if (problem.nodeId === undefined || problem.subflow !== undefined) continue
    const list = byNode.get(problem.nodeId)
    if (list) list.push(problem)
    else byNode.set(problem.nodeId, [problem])
  }
  return {
    all,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
    byNode,
  }
}
