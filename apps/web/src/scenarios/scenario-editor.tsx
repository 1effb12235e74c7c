'use client'

import type { CallOutcome } from '@parley/flow-runtime'
import type { Scenario, ScenarioStep } from '@parley/flow-runtime/scenarios'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input, Select } from '../ui/field.tsx'
import { ErrorState } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import type { StoredScenario } from './scenario-row.tsx'
import { stepOfRow, stepRow } from './step-row.ts'
import { StepsForm } from './steps-form.tsx'

/** A scenario in a form: its name, what happens and what is expected, how the call is to end. */
export function ScenarioEditor({ flowId, stored, onClose }: { flowId: string; stored: StoredScenario; onClose: () => void }) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const save = useMutation(trpc.scenarios.save.mutationOptions())
  const before = stored.document
  const [name, setName] = useState(before?.name ?? '')
  const [outcome, setOutcome] = useState<CallOutcome | ''>(before?.outcome ?? '')
  const [rows, setRows] = useState(() => (before?.steps ?? []).map(stepRow))
  const [failure, setFailure] = useState<string>()
  const [newer, setNewer] = useState<number>()
  const steps = rows.map(stepOfRow)
  const isReady = steps.every((step) => step !== undefined) && name.trim() !== ''
  const reload = () => queryClient.invalidateQueries({ queryKey: trpc.scenarios.list.queryKey({ flowId }) })

  const send = async (revision: number) => {
    if (!before || !isReady) return
    setFailure(undefined)
    const { outcome: _, ...rest } = before
    const known = steps.filter((step): step is ScenarioStep => step !== undefined)
    const document: Scenario = { ...rest, name: name.trim(), steps: known, ...(outcome === '' ? {} : { outcome }) }
    try {
      const saved = await save.mutateAsync({ scenarioId: stored.id, revision, document })
      if (!saved.ok) return setNewer(saved.theirs.revision)
      await reload()
      toast({ tone: 'good', message: t.scenarios.saved })
      onClose()
    } catch (error) {
      setFailure(errorSentence(t, errorCode(error)))
    }
  }
  const takeTheirs = async () => {
    await reload()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.scenarios.editTitle}
      testId="scenario-editor"
      className="w-[720px]"
      footer={
        newer === undefined ? (
          <>
            <Button onClick={onClose}>{t.common.cancel}</Button>
            <Button
              look="primary"
              data-testid="scenario-save"
              disabled={!isReady || save.isPending}
              onClick={() => void send(stored.revision)}
            >
              {save.isPending ? t.scenarios.saving : t.scenarios.save}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void takeTheirs()}>{t.scenarios.takeTheirs}</Button>
            <Button look="primary" onClick={() => void send(newer)}>
              {t.scenarios.overwrite}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {failure && <ErrorState message={failure} />}
        {newer !== undefined && <ErrorState message={t.scenarios.changedElsewhere} />}
        <Field id="scenario-name" label={t.scenarios.name} error={name.trim() === '' ? t.scenarios.nameEmpty : undefined}>
          <Input id="scenario-name" data-autofocus maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <StepsForm rows={rows} onChange={setRows} />
        <Field id="scenario-outcome" label={t.scenarios.outcome}>
          <Select
            id="scenario-outcome"
            value={outcome}
            onChange={(event) => setOutcome(outcomes(t.calls.outcomes).find((one) => one === event.target.value) ?? '')}
          >
            <option value="">{t.scenarios.anyOutcome}</option>
            {outcomes(t.calls.outcomes).map((one) => (
              <option key={one} value={one}>
                {t.calls.outcomes[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </Dialog>
  )
}

function outcomes(titles: Record<CallOutcome, string>): CallOutcome[] {
  const all: CallOutcome[] = []
  for (const one in titles) if (isOutcome(one, titles)) all.push(one)
  return all
}
const isOutcome = (name: string, titles: Record<CallOutcome, string>): name is CallOutcome => Object.hasOwn(titles, name)
