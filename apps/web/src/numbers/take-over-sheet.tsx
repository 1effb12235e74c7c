'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Select } from '../ui/field.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { ByHandStep } from './by-hand-step.tsx'
import { newNumberDraft, numberInputOf } from './number-draft.ts'
import type { Telephony } from './telephony-types.ts'
import { carrierSentence } from './test-steps.tsx'
import { useRoute } from './use-route.ts'

type TakeOverSheetProps = { telephony: Telephony; open: boolean; onClose: () => void }

/** The numbers an account has at its carrier, to be answered here from now on. */
export function TakeOverSheet({ telephony, open, onClose }: TakeOverSheetProps) {
  const t = usePageText()
  const id = useId()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [connectionId, setConnectionId] = useState(telephony.connections[0]?.id ?? '')
  const query = useQuery(
    trpc.telephony.listAtCarrier.queryOptions({ id: connectionId }, { enabled: open && connectionId !== '', staleTime: 0, retry: false }),
  )
  const { route, byHand, isPending } = useRoute()
  const save = useMutation(trpc.telephony.saveNumber.mutationOptions())
  const listed = query.data

  async function take({ number, international, label }: { number: string; international: string; label?: string }) {
    const isName = label !== undefined && label.replace(/\D/g, '') !== number.replace(/\D/g, '')
    const draft = { ...newNumberDraft(connectionId), name: isName ? label.slice(0, 80) : '' }
    try {
      const saved = await save.mutateAsync(numberInputOf(draft, number))
      await route({ id: saved.id, international })
      toast({ tone: 'good', message: t.numbers.chooseFlow(international) })
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
    await queryClient.invalidateQueries({ queryKey: trpc.telephony.pathKey() })
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.numbers.takeTitle}
      testId="take-over"
      className="w-[640px]"
      footer={<Button onClick={onClose}>{t.common.close}</Button>}
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t.numbers.takeHint}</p>
        {telephony.connections.length > 1 && (
          <Field id={id} label={t.numbers.connection}>
            <Select id={id} value={connectionId} onChange={(event) => setConnectionId(event.target.value)}>
              {telephony.connections.map((connection) => (
                <option key={connection.id} value={connection.id}>
                  {connection.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {byHand && <ByHandStep {...byHand} />}
        {query.isPending && <LoadingRows rows={3} />}
        {query.isError && <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />}
        {listed && !listed.ok && <ErrorState message={typeset(carrierSentence(listed.code, t))} onRetry={() => void query.refetch()} />}
        {listed?.ok && listed.numbers.length === 0 && <p className="text-ink-2">{t.numbers.takeNone}</p>}
        {listed?.ok && listed.numbers.length > 0 && (
          <ul className="divide-y divide-line rounded-xl border border-line">
            {listed.numbers.map((one) => (
              <li key={one.number} data-testid={`at-carrier-${one.number}`} className="flex items-center gap-3 px-4 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="font-medium tabular-nums">{one.international}</p>
                  <p className="truncate text-ink-3 text-xs">{typeset(t.numbers.answeredBy[one.answers])}</p>
                </div>
                {one.isHere ? (
                  <Badge tone="good">{t.numbers.here}</Badge>
                ) : (
                  <Button
                    size="small"
                    aria-label={t.numbers.takeOf(one.international)}
                    disabled={save.isPending || isPending}
                    onClick={() => void take(one)}
                  >
                    {t.numbers.take}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
