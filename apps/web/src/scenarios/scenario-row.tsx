'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { Circle, CircleAlert, CircleCheck, Crosshair, Pencil, Play, Trash2 } from 'lucide-react'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
import { useText } from '../i18n/text-provider.tsx'
import type { AppRouter } from '../server/router.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import type { ScenarioRun } from './use-scenario-run.ts'

export type StoredScenario = inferRouterOutputs<AppRouter>['scenarios']['list'][number]

type ScenarioRowProps = {
  flowId: string
  stored: StoredScenario
  result?: ScenarioRun
  disabled: boolean
  onRun: () => void
  onEdit: () => void
}

/** One scenario: whether it passes, why not and where, and what can be done with it. */
export function ScenarioRow({ flowId, stored, result, disabled, onRun, onEdit }: ScenarioRowProps) {
  const t = useText()
  const trpc = useTRPC()
  const goTo = useGoToNode()
  const queryClient = useQueryClient()
  const remove = useMutation(trpc.scenarios.remove.mutationOptions())
  const create = useMutation(trpc.scenarios.create.mutationOptions())
  const { document } = stored
  const reload = () => queryClient.invalidateQueries({ queryKey: trpc.scenarios.list.queryKey({ flowId }) })
  if (!document) return <li className="border-line border-b px-4 py-2 text-ink-2">{t.scenarios.unreadable}</li>

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await reload()
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
  }
  const takeAway = () =>
    attempt(async () => {
      await remove.mutateAsync({ scenarioId: stored.id })
      const putBack = () => void attempt(() => create.mutateAsync({ flowId, document }))
      toast({ tone: 'good', message: t.scenarios.removed(document.name), action: { label: t.scenarios.putBack, run: putBack } })
    })
  const state = result === undefined ? 'notRun' : result.passed ? 'passed' : 'failed'
  const nodeId = result?.nodeId?.split('/')[0]
  return (
    <li
      data-testid="scenario"
      data-name={document.name}
      data-state={state}
      className="flex items-start gap-2 border-line border-b px-4 py-1.5"
    >
      <span role="img" aria-label={t.scenarios[state]} title={t.scenarios[state]} className="mt-1">
        {state === 'passed' && <CircleCheck size={15} className="text-do" aria-hidden />}
        {state === 'failed' && <CircleAlert size={15} className="text-danger" aria-hidden />}
        {state === 'notRun' && <Circle size={15} className="text-ink-3" aria-hidden />}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="truncate" title={document.note}>
          {document.name}
        </p>
        {result && !result.passed && (
          <p data-testid="scenario-reason" className="text-danger text-xs">
            {result.at === undefined ? t.scenarios.atEnd : t.scenarios.atStep(result.at + 1)} {result.reason}
          </p>
        )}
      </div>
      {state === 'failed' && nodeId !== undefined && (
        <Button look="ghost" size="small" onClick={() => goTo(nodeId)}>
          <Crosshair size={13} aria-hidden />
          {t.scenarios.goTo}
        </Button>
      )}
      <Button
        look="ghost"
        size="tiny"
        aria-label={t.scenarios.run(document.name)}
        data-testid="run-one"
        disabled={disabled}
        onClick={onRun}
      >
        <Play size={13} aria-hidden />
      </Button>
      <Button look="ghost" size="tiny" aria-label={t.scenarios.edit(document.name)} data-testid="edit-scenario" onClick={onEdit}>
        <Pencil size={13} aria-hidden />
      </Button>
      <Button look="ghost" size="tiny" aria-label={t.scenarios.remove(document.name)} onClick={() => void takeAway()}>
        <Trash2 size={13} aria-hidden />
      </Button>
    </li>
  )
}
