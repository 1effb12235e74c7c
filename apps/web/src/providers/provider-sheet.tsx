'use client'

import type { ProviderKind } from '@parley/db'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'
import { TriedFormDialog } from '../ui/tried-form-dialog.tsx'
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
  return (
    <TriedFormDialog
      about="provider"
      title={stored ? t.providers.changeTitle(stored.name) : t.providers.kinds[kind].add}
      open={open}
      onClose={onClose}
      test={{ label: t.providers.test, isPending: test.isPending }}
      onTest={() => test.mutate(inputOf(draft))}
      save={{ label: t.providers.save, isPending: save.isPending, error: save.error }}
      onSave={() => save.mutate(inputOf(draft))}
    >
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
    </TriedFormDialog>
  )
}
