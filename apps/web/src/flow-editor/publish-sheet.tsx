'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { PublishScenarios } from '../scenarios/publish-scenarios.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import type { Autosave } from './state/autosave.ts'
import { useProblems } from './state/use-problems.tsx'
import { useGoToNode } from './use-go-to-node.ts'

type PublishSheetProps = {
  open: boolean
  onClose: () => void
  flowId: string
  nextNumber: number
  isUnchanged: boolean
  autosave: Autosave
}

/** The one act that asks: shows what stands against it, then makes the draft what callers hear. */
export function PublishSheet({ open, onClose, flowId, nextNumber, isUnchanged, autosave }: PublishSheetProps) {
  const t = useText()
  const trpc = useTRPC()
  const toast = useToast()
  const goTo = useGoToNode()
  const queryClient = useQueryClient()
  const { errors, warnings } = useProblems()
  const [failure, setFailure] = useState<string>()
  const [scenariosAllow, setScenariosAllow] = useState(false)
  const publish = useMutation(trpc.flows.publish.mutationOptions())

  const go = (nodeId: string) => {
    onClose()
    goTo(nodeId)
  }
  const confirm = async () => {
    setFailure(undefined)
    try {
      if (!(await autosave.flush())) return setFailure(t.editor.saveFailedHint)
      const result = await publish.mutateAsync({ flowId })
      if (!result.ok) return setFailure(t.errors.FLOW_HAS_PROBLEMS)
      await queryClient.invalidateQueries({ queryKey: trpc.flows.pathKey() })
      onClose()
      toast({ tone: 'good', message: t.editor.published(result.version.number) })
    } catch (error) {
      setFailure(errorSentence(t, errorCode(error)))
    }
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.editor.publishTitle(nextNumber)}
      testId="publish-sheet"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            look="primary"
            data-testid="publish-confirm"
            disabled={errors.length > 0 || !scenariosAllow || publish.isPending}
            onClick={confirm}
          >
            {publish.isPending ? t.editor.publishing : errors.length > 0 ? t.editor.fixFirst : t.editor.publishNext(nextNumber)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {failure && <ErrorState message={failure} />}
        {errors.length > 0 ? (
          <p className="font-medium text-danger">{t.editor.publishBlocked(errors.length)}</p>
        ) : (
          <p className="flex items-start gap-2 text-ink-2">
            <CircleCheck size={16} className="mt-0.5 shrink-0 text-do" aria-hidden />
            {isUnchanged ? t.editor.publishNothing : t.editor.publishHint}
          </p>
        )}
        <ProblemList problems={errors} onGo={go} />
        {errors.length === 0 && <PublishScenarios flowId={flowId} onGo={go} onAllow={setScenariosAllow} />}
        {warnings.length > 0 && (
          <section>
            <h3 className="mb-1 text-ink-3 text-xs">{t.editor.publishWarnings}</h3>
            <ProblemList problems={warnings} onGo={go} />
          </section>
        )}
      </div>
    </Dialog>
  )
}
