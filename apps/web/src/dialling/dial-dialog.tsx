'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { readNumber } from '../numbers/read-number.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { type DialDraft, DialForm } from './dial-form.tsx'

/** Calls a telephone once, from one of the tenant's numbers, and goes to the call's page. */
export function DialDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = usePageText()
  const trpc = useTRPC()
  const router = useRouter()
  const formId = useId()
  const query = useQuery(trpc.telephony.list.queryOptions())
  const [draft, setDraft] = useState<DialDraft>({ to: '' })
  const [isWrong, setIsWrong] = useState(false)
  const dial = useMutation(
    trpc.calls.dial.mutationOptions({
      onSuccess({ callId }) {
        onClose()
        router.push(`/calls/${callId}`)
      },
    }),
  )
  const { numbers = [], mayCall = false } = query.data ?? {}
  const flows = query.data?.flows.filter(({ publishedNumber }) => publishedNumber !== null) ?? []
  const flowId = draft.flowId ?? flows[0]?.id
  const from = numbers.find(({ id }) => id === draft.numberId) ?? numbers[0]
  const missing = numbers.length === 0 ? t.dialling.noNumber : flows.length === 0 ? t.dialling.noFlow : undefined
  const canCall = mayCall && missing === undefined

  async function submit(event: React.FormEvent) {
    event.preventDefault()
    const to = await readNumber(draft.to, from?.number)
    setIsWrong(!to)
    if (to && from && flowId) dial.mutate({ flowId, numberId: from.id, to: to.number })
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.dialling.title}
      testId="dial-dialog"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="go" type="submit" form={formId} data-testid="dial-call" disabled={!canCall || dial.isPending}>
            {t.dialling.call}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{t.dialling.hint}</p>
        {query.isPending && <LoadingRows rows={3} />}
        {query.isError && <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />}
        {query.data && !mayCall && <p className="text-ink-2">{typeset(t.errors.EDITOR_NEEDED)}</p>}
        {query.data && mayCall && missing && (
          <p className="rounded-lg bg-sunken px-4 py-3">
            {typeset(missing)}{' '}
            {numbers.length === 0 && (
              <Link href="/numbers" className="rounded font-medium underline underline-offset-2">
                {t.dialling.toNumbers}
              </Link>
            )}
          </p>
        )}
        {canCall && from && flowId && (
          <DialForm
            draft={draft}
            flowId={flowId}
            from={from}
            flows={flows}
            numbers={numbers}
            isWrong={isWrong}
            onChange={(change) => {
              setDraft({ ...draft, ...change })
              setIsWrong(false)
              dial.reset()
            }}
          />
        )}
        {dial.error && (
          <p role="alert" className="text-danger text-xs">
            {typeset(errorSentence(t, errorCode(dial.error)))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
