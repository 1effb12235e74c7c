'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus, Copy, Download } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { dateTime } from '../lib/time-words.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input } from '../ui/field.tsx'
import { ErrorState } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import type { ReadCall } from './read-call-type.ts'

const longestName = 120

type ScenarioDialogProps = { call: ReadCall['call']; open: boolean; onClose: () => void }

/** Makes a scenario of a call, once it was said that this is recorded, and hands it over as JSON. */
export function ScenarioDialog({ call, open, onClose }: ScenarioDialogProps) {
  const t = useText()
  const locale = useLocale()
  const nameId = useId()
  const [name, setName] = useState(() => t.pastCalls.scenarioNamed(call.flowName, dateTime(call.startedAt, locale)).slice(0, longestName))
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const make = useMutation(trpc.calls.makeScenario.mutationOptions())
  const keep = useMutation(
    trpc.scenarios.create.mutationOptions({
      onSuccess: (_, { flowId }) => {
        toast({ tone: 'good', message: t.textCall.kept(name.trim()) })
        void queryClient.invalidateQueries({ queryKey: trpc.scenarios.list.queryKey({ flowId }) })
      },
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  const text = make.data && JSON.stringify(make.data.scenario, null, 2)
  const copy = (words: string) =>
    void navigator.clipboard.writeText(words).then(
      () => toast({ tone: 'good', message: t.pastCalls.copied }),
      () => toast({ tone: 'bad', message: t.pastCalls.notCopied }),
    )
  const wanted = name.trim()
  return (
    <Dialog
      open={open}
      onClose={() => {
        make.reset()
        keep.reset()
        onClose()
      }}
      title={t.pastCalls.makeScenario}
      testId="scenario-dialog"
      footer={
        text === undefined ? (
          <Button
            look="primary"
            data-testid="scenario-make"
            disabled={wanted === '' || make.isPending}
            onClick={() => make.mutate({ callId: call.id, name: wanted })}
          >
            {t.pastCalls.scenarioMake}
          </Button>
        ) : (
          <>
            <Button onClick={() => copy(text)}>
              <Copy size={15} aria-hidden />
              {t.pastCalls.copy}
            </Button>
            <Button
              look="primary"
              data-testid="scenario-keep"
              disabled={keep.isPending || keep.isSuccess}
              onClick={() => make.data && keep.mutate({ flowId: make.data.flowId, document: make.data.scenario })}
            >
              <BookmarkPlus size={15} aria-hidden />
              {t.textCall.keep}
            </Button>
            <Button asChild>
              <a href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`} download={`call-${call.id}.scenarios.json`}>
                <Download size={15} aria-hidden />
                {t.pastCalls.download}
              </a>
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t.pastCalls.scenarioHint}</p>
        {text === undefined ? (
          <Field id={nameId} label={t.pastCalls.scenarioName}>
            <Input id={nameId} data-autofocus value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
          </Field>
        ) : (
          <section aria-label={t.pastCalls.scenarioDone}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable with the keyboard */}
            <pre data-testid="scenario-json" tabIndex={0} className="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs">
              {text}
            </pre>
          </section>
        )}
        {make.isError && <ErrorState message={errorSentence(t, errorCode(make.error))} />}
      </div>
    </Dialog>
  )
}
