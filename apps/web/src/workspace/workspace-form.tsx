'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { locales } from '../i18n/locale.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input, Select } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import type { ReadWorkspace } from './read-workspace.ts'

/** Name, time zone and the language of new flows; shown at once as if they were saved, and as they were if that fails. */
export function WorkspaceForm({ workspace }: { workspace: ReadWorkspace }) {
  const t = usePageText()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const id = useId()
  const { mayChange } = workspace
  const [name, setName] = useState(workspace.name)
  const [timeZone, setTimeZone] = useState(workspace.timeZone)
  const [flowLanguage, setFlowLanguage] = useState(workspace.flowLanguage)
  const zones = useMemo(() => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), workspace.timeZone])].sort(), [workspace.timeZone])
  const queryKey = trpc.workspace.read.queryKey()
  const save = useMutation(
    trpc.workspace.save.mutationOptions({
      onMutate(saved) {
        const before = queryClient.getQueryData(queryKey)
        queryClient.setQueryData(queryKey, (shown) => shown && { ...shown, ...saved })
        return { before }
      },
      onSuccess() {
        toast({ tone: 'good', message: t.workspace.saved })
        router.refresh()
      },
      onError(error, _saved, kept) {
        queryClient.setQueryData(queryKey, kept?.before)
        toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
      },
    }),
  )
  const isChanged = name.trim() !== workspace.name || timeZone !== workspace.timeZone || flowLanguage !== workspace.flowLanguage
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') save.mutate({ name: name.trim(), timeZone, flowLanguage })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field id={`${id}-name`} label={t.workspace.name}>
        <Input
          id={`${id}-name`}
          data-testid="workspace-name"
          maxLength={80}
          required
          disabled={!mayChange}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field id={`${id}-zone`} label={t.workspace.timeZone} help={t.workspace.timeZoneHint}>
        <Select id={`${id}-zone`} disabled={!mayChange} value={timeZone} onChange={({ target }) => setTimeZone(target.value)}>
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-language`} label={t.workspace.flowLanguage}>
        <Select
          id={`${id}-language`}
          disabled={!mayChange}
          value={flowLanguage}
          onChange={({ target }) => setFlowLanguage(target.value === 'fr' ? 'fr' : 'en')}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {t.workspace.languages[locale]}
            </option>
          ))}
        </Select>
      </Field>
      {mayChange && (
        <div>
          <Button type="submit" look="primary" data-testid="workspace-save" disabled={!isChanged || name.trim() === '' || save.isPending}>
            {t.workspace.save}
          </Button>
        </div>
      )}
    </form>
  )
}
