'use client'

import type { Flow } from '@parley/flow-runtime'
import { useMutation } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useCallback, useState } from 'react'
import type { AppRouter } from '../server/router.ts'
import { errorCode } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'

type Ran = inferRouterOutputs<AppRouter>['scenarios']['run']
export type ScenarioRun = Ran['results'][number]
/** Results by scenario, with the draft they are of; `coverage` of those that ran together last. */
export type ScenarioRuns = { flow: Flow; results: ReadonlyMap<string, ScenarioRun>; coverage: Ran['coverage'] }

/** Plays the stored scenarios through the draft as it stands. */
export function useScenarioRun(flowId: string) {
  const { mutateAsync, isPending } = useMutation(useTRPC().scenarios.run.mutationOptions())
  const [runs, setRuns] = useState<ScenarioRuns>()
  const [failure, setFailure] = useState<string>()
  const run = useCallback(
    async (flow: Flow, scenarioIds?: string[]) => {
      setFailure(undefined)
      try {
        const { results, coverage } = await mutateAsync({ flowId, document: flow, scenarioIds })
        const fresh = results.map((result) => [result.id, result] as const)
        setRuns((before) => ({
          flow,
          coverage,
          results: new Map([...(scenarioIds && before?.flow === flow ? before.results : []), ...fresh]),
        }))
      } catch (error) {
        setFailure(errorCode(error))
      }
    },
    [mutateAsync, flowId],
  )
  return { runs, run, isRunning: isPending, failure }
}
