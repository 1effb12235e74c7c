'use client'

import type { ProviderKind } from '@parley/db'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { draftOf, inputOf, newDraft } from './draft.ts'
import type { ListedProvider } from './listed-provider.ts'
import { presetName } from './preset-name.ts'
import type { Preset } from './presets.ts'
import { ProviderForm } from './provider-form.tsx'
import { TestResult } from './test-result.tsx'

type ProviderSheetProps = {
  kind: ProviderKind
  /** The provider that is changed; absent: a new one. */
  stored?: ListedProvider
  /** What can be chosen of this kind; not empty. */
  choices: readonly [Preset, ...Preset[]]
  open: boolean
  onClose: () => void
}

/** Adds or changes a provider, and tries it as it stands. */
export function ProviderSheet({ kind, stored, choices, open, onClose }: ProviderSheetProps) {
  const t = useText()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(() => (stored ? draftOf(stored) : newDraft(choices[0], presetName(choices[0], t))))
  const test = useMutation(trpc.providers.test.mutationOptions())
  const save = useMutation(
    trpc.providers.save.mutationOptions({
      async onSuccess() {
        toast({ tone: 'good', message: t.providers.saved(draft.name.trim()) })
        onClose()
        await queryClient.invalidateQueries({ queryKey: trpc.providers.list.queryKey() })
        await queryClient.invalidateQueries({ queryKey: trpc.voices.pathKey() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(inputOf(draft))
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={stored ? t.providers.changeTitle(stored.name) : t.providers.kinds[kind].add}
      testId="provider-sheet"
      className="w-[600px]"
      footer={
        <>
          <Button
            className="mr-auto"
            data-testid="provider-test"
            disabled={test.isPending}
            onClick={() => form.current?.reportValidity() && test.mutate(inputOf(draft))}
          >
            {t.providers.test}
          </Button>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} data-testid="provider-save" disabled={save.isPending}>
            {t.providers.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={submit} className="flex flex-col gap-4">
        <ProviderForm
          draft={draft}
          stored={stored}
          choices={choices}
          onChange={(changed) => {
            setDraft(changed)
            // A result belongs to what was tried.
            test.reset()
            save.reset()
          }}
        />
        <TestResult test={test} />
        {save.error && (
          <p role="alert" className="text-danger text-xs">
            {typeset(errorSentence(t, errorCode(save.error)))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
