'use client'

import { useQuery } from '@tanstack/react-query'
import { Search, SquareDashed } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input } from '../ui/field.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { SampleProvider } from '../voices/use-sample.tsx'
import { FlowOutline } from './flow-outline.tsx'
import { StartCard } from './start-card.tsx'
import { type ListedTemplate, TemplateFacts } from './template-facts.tsx'
import { useCreateFlow } from './use-create-flow.ts'

type Start = ListedTemplate['id'] | 'empty'

/** Asks what to start from, an empty canvas or one of the templates, and for a name. */
export function NewFlowDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = usePageText()
  const id = useId()
  const { create, isCreating } = useCreateFlow()
  const templates = useQuery({ ...useTRPC().flows.templates.queryOptions(), enabled: open, staleTime: Number.POSITIVE_INFINITY })
  const [name, setName] = useState('')
  const [search, setSearch] = useState('')
  const [start, setStart] = useState<Start>('appointment')
  const usualName = start === 'empty' ? '' : t.flows.templates[start].name
  const wanted = name.trim() || usualName
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '') create({ name: wanted, template: start === 'empty' ? undefined : start })
  }
  const foundBy = (words: string) =>
    (templates.data ?? []).filter(({ id, heard }) => {
      const { name, hint } = t.flows.templates[id]
      return `${name} ${hint} ${heard}`.toLowerCase().includes(words.trim().toLowerCase())
    })
  const found = foundBy(search)
  const searchFor = (words: string) => {
    setSearch(words)
    // What is chosen is always in sight.
    const [first, ...more] = foundBy(words)
    if (start !== 'empty' && ![first, ...more].some((template) => template?.id === start)) setStart(first?.id ?? 'empty')
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.flows.newFlow}
      testId="new-flow-dialog"
      className="w-[920px]"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={id} data-testid="create-flow" disabled={isCreating || wanted === ''}>
            {t.flows.create}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <Field id={`${id}-name`} label={t.flows.name}>
          <Input
            id={`${id}-name`}
            data-autofocus
            maxLength={80}
            value={name}
            placeholder={usualName || t.flows.namePlaceholder}
            data-testid="flow-name-input"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium text-ink-2 text-xs">{t.flows.startFrom}</legend>
          <div className="relative mb-3">
            <Search size={14} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" aria-hidden />
            <Input
              type="search"
              className="pl-8"
              aria-label={t.gallery.find}
              placeholder={t.gallery.find}
              value={search}
              data-testid="template-search"
              onChange={(event) => searchFor(event.target.value)}
            />
          </div>
          {templates.isPending && <LoadingRows />}
          {templates.isError && (
            <ErrorState message={errorSentence(t, errorCode(templates.error))} onRetry={() => void templates.refetch()} />
          )}
          <SampleProvider>
            <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {found.map((template) => (
                <StartCard
                  key={template.id}
                  id={template.id}
                  name={t.flows.templates[template.id].name}
                  hint={typeset(t.flows.templates[template.id].hint)}
                  isChosen={start === template.id}
                  onChoose={() => setStart(template.id)}
                  picture={<FlowOutline nodes={template.nodes} edges={template.edges} />}
                >
                  <TemplateFacts template={template} />
                </StartCard>
              ))}
              <StartCard
                id="empty"
                name={t.flows.empty}
                hint={typeset(t.flows.emptyHint)}
                isChosen={start === 'empty'}
                onChoose={() => setStart('empty')}
                picture={<SquareDashed size={22} className="text-ink-3" aria-hidden />}
              />
            </div>
          </SampleProvider>
          {templates.data && found.length === 0 && <p className="mt-3 text-ink-2">{typeset(t.gallery.noMatch(search))}</p>}
        </fieldset>
      </form>
    </Dialog>
  )
}
