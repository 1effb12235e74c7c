'use client'

import { compareFlows } from '@parley/flow-runtime/compare'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, GitCompare } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { PublishScenarios } from '../scenarios/publish-scenarios.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { ErrorState } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { ProblemList } from './panels/problem-list.tsx'
import type { Autosave } from './state/autosave.ts'
import type { ComparedWith } from './state/editor-store.ts'
import { useEditorStore, useFlow } from './state/use-editor.tsx'
import { useProblems } from './state/use-problems.tsx'
import { useGoToNode } from './use-go-to-node.ts'
import { ChangeList } from './versions/change-list.tsx'
import { changeSummary } from './versions/change-summary.ts'

type PublishSheetProps = {
  onClose: () => void
  flowId: string
  nextNumber: number
  isUnchanged: boolean
  published: ComparedWith | null
  autosave: Autosave
  onPublished?: () => void
}

/** The one act that asks: shows what stands against it, then makes the draft what callers hear. */
export function PublishSheet({ onClose, flowId, nextNumber, isUnchanged, published, autosave, onPublished }: PublishSheetProps) {
  const t = useText()
  const trpc = useTRPC()
  const goTo = useGoToNode()
  const queryClient = useQueryClient()
  const { errors, warnings } = useProblems()
  const [failure, setFailure] = useState<string>()
  const [scenariosAllow, setScenariosAllow] = useState(false)
  const store = useEditorStore()
  const locale = useLocale()
  const flow = useFlow()
  const messageId = useId()
  const comparison = useMemo(() => published && compareFlows(published.document, flow), [published, flow])
  const summary = comparison ? changeSummary(comparison, locale) : t.versions.firstVersion
  const [written, setWritten] = useState<string>()
  const message = written ?? summary
  const publish = useMutation(trpc.flows.publish.mutationOptions())

  const go = (nodeId: string) => {
    onClose()
    goTo(nodeId)
  }
  const confirm = async () => {
    setFailure(undefined)
    try {
      if (!(await autosave.flush())) return setFailure(t.editor.saveFailedHint)
      const result = await publish.mutateAsync({ flowId, message })
      if (!result.ok) return setFailure(t.errors.FLOW_HAS_PROBLEMS)
      await queryClient.invalidateQueries({ queryKey: trpc.flows.pathKey() })
      onClose()
      onPublished?.()
      toast({ tone: 'good', message: t.editor.published(result.version.number) })
    } catch (error) {
      setFailure(errorSentence(t, errorCode(error)))
    }
  }
  const showOnCanvas = () => {
    if (published) store.set({ comparedWith: published, panel: 'versions' })
    onClose()
  }
  return (
    <Dialog
      open
      className="w-[640px]"
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
        <Field id={messageId} label={t.versions.message} help={t.versions.messageHint}>
          <TextArea
            id={messageId}
            data-testid="publish-message"
            maxLength={2_000}
            value={message}
            onChange={(event) => setWritten(event.target.value)}
          />
        </Field>
        {published && comparison && !comparison.isSame && (
          <section>
            <div className="mb-1 flex items-center justify-between gap-2">
              <h3 className="text-ink-3 text-xs">{t.versions.changes(published.number)}</h3>
              <Button look="ghost" size="small" data-testid="publish-show" onClick={showOnCanvas}>
                <GitCompare size={13} aria-hidden />
                {t.versions.showOnCanvas}
              </Button>
            </div>
            <div className="max-h-48 overflow-y-auto rounded-md border border-line p-1">
              <ChangeList comparison={comparison} onGo={go} />
            </div>
          </section>
        )}
      </div>
    </Dialog>
  )
}
