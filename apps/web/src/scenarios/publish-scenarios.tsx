'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useText } from '../i18n/text-provider.tsx'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { useScenarioRun } from './use-scenario-run.ts'

type PublishScenariosProps = { flowId: string; onGo: (nodeId: string) => void; onAllow: (isAllowed: boolean) => void }

/**
 * What the scenarios say of the draft that is about to be published. While some fail, publishing needs a second act; that they could not
 * be run stands against nothing.
 */
export function PublishScenarios({ flowId, onGo, onAllow }: PublishScenariosProps) {
  const t = useText()
  const flow = useFlow()
  const list = useQuery(useTRPC().scenarios.list.queryOptions({ flowId }))
  const { runs, run, failure } = useScenarioRun(flowId)
  const [isMeant, setMeant] = useState(false)
  const count = list.data?.length
  useEffect(() => {
    if (count) void run(flow)
  }, [count, flow, run])

  const results = [...(runs?.results.values() ?? [])]
  const failed = results.filter(({ passed }) => !passed)
  const isDone = count === 0 || list.isError || failure !== undefined || runs?.flow === flow
  const isAllowed = isDone && (failed.length === 0 || isMeant)
  useEffect(() => onAllow(isAllowed), [onAllow, isAllowed])

  if (count === 0) return null
  if (list.isError || failure !== undefined) return <p className="text-call">{t.scenarios.publishUnknown}</p>
  if (!runs) {
    return (
      <p role="status" className="text-ink-3">
        {t.scenarios.publishChecking}
      </p>
    )
  }
  if (failed.length === 0) {
    return (
      <p data-testid="publish-scenarios" className="flex items-start gap-2 text-ink-2">
        <CircleCheck size={16} className="mt-0.5 shrink-0 text-do" aria-hidden />
        {t.scenarios.publishPass(results.length)}
      </p>
    )
  }
  return (
    <section data-testid="publish-scenarios" className="rounded-lg border border-danger/40 p-3">
      <h3 className="mb-1.5 font-medium text-danger">{t.scenarios.publishFail(failed.length, results.length)}</h3>
      <ul className="flex flex-col gap-1.5">
        {failed.map(({ id, name, reason, nodeId }) => (
          <li key={id}>
            <button
              type="button"
              className="rounded text-left font-medium hover:underline"
              onClick={() => nodeId !== undefined && onGo(nodeId.split('/')[0] ?? nodeId)}
            >
              {name}
            </button>
            <p className="text-ink-2 text-xs">{reason}</p>
          </li>
        ))}
      </ul>
      <label className="mt-3 flex items-center gap-2">
        <input type="checkbox" data-testid="publish-anyway" checked={isMeant} onChange={(event) => setMeant(event.target.checked)} />
        {t.scenarios.publishAnyway}
      </label>
    </section>
  )
}
