'use client'

import type { Flow, JournalEntry } from '@parley/flow-runtime'
import { scenarioFromJournal } from '@parley/flow-runtime/scenarios'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'

type KeepScenarioProps = { flowId: string; flow: Flow; journal: readonly JournalEntry[]; disabled?: boolean }

/** Makes a scenario of a call that was just tested: what was said, what was answered, and where the call came by. */
export function KeepScenario({ flowId, flow, journal, disabled }: KeepScenarioProps) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const create = useMutation(trpc.scenarios.create.mutationOptions())
  const [name, setName] = useState<string>()
  const [failure, setFailure] = useState<string>()

  const keep = async () => {
    const given = name?.trim() ?? ''
    if (given === '') return setFailure(t.scenarios.nameEmpty)
    const made = scenarioFromJournal(flow, journal, given)
    if (!made.ok) return setFailure(t.textCall.keepRefused)
    try {
      await create.mutateAsync({ flowId, document: made.scenario })
      await queryClient.invalidateQueries({ queryKey: trpc.scenarios.list.queryKey({ flowId }) })
      setName(undefined)
      toast({ tone: 'good', message: t.textCall.kept(given) })
    } catch (error) {
      setFailure(errorSentence(t, errorCode(error)))
    }
  }
  return (
    <>
      <Button
        size="small"
        data-testid="keep-scenario"
        disabled={disabled}
        onClick={() => {
          setFailure(undefined)
          setName(firstWords(journal))
        }}
      >
        <BookmarkPlus size={14} aria-hidden />
        {t.textCall.keep}
      </Button>
      <Dialog
        open={name !== undefined}
        onClose={() => setName(undefined)}
        title={t.textCall.keep}
        testId="keep-dialog"
        footer={
          <>
            <Button onClick={() => setName(undefined)}>{t.common.cancel}</Button>
            <Button look="primary" data-testid="keep-confirm" disabled={create.isPending} onClick={() => void keep()}>
              {t.textCall.keepSave}
            </Button>
          </>
        }
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void keep()
          }}
        >
          <Field id="keep-name" label={t.textCall.keepName} error={failure}>
            <Input
              id="keep-name"
              data-autofocus
              data-testid="keep-name"
              maxLength={120}
              value={name ?? ''}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </form>
      </Dialog>
    </>
  )
}

/** A name to begin with: what the caller said first. */
function firstWords(journal: readonly JournalEntry[]): string {
  const said = journal.flatMap((entry) => (entry.kind === 'event' && entry.event.type === 'contactSaid' ? [entry.event.text] : []))
  return said[0]?.slice(0, 80) ?? ''
}
