'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CloudOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Autosave } from '../state/autosave.ts'

/** Says why changes are not saved, that nothing is lost and what to do; saves at once when the connection is back. */
export function SaveBanner({ flowId, autosave }: { flowId: string; autosave: Autosave }) {
  const t = useText()
  const isOnline = useIsOnline()
  const failed = useFailure(autosave)
  useEffect(() => {
    if (isOnline) void autosave.flush()
  }, [isOnline, autosave])
  const restore = useMutation(
    useTRPC().flows.restore.mutationOptions({
      onSuccess: () => void autosave.flush(),
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  const code = isOnline ? failed : 'OFFLINE'
  if (code === undefined) return null
  const sentences: Record<string, string | undefined> = t.sharing.notSaved
  const Icon = code === 'OFFLINE' ? CloudOff : CircleAlert
  return (
    <div
      role="status"
      data-testid="save-banner"
      data-code={code}
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-line border-b bg-call-soft px-3 py-1.5 text-call text-xs"
    >
      <Icon size={14} aria-hidden />
      {sentences[code] ?? t.sharing.notSaved.other}
      {code === 'FLOW_DELETED' && (
        <Button size="small" data-testid="bring-back" disabled={restore.isPending} onClick={() => restore.mutate({ flowId })}>
          {t.sharing.bringBack}
        </Button>
      )}
    </div>
  )
}

/** Why the last save failed, until one succeeds; trying again alone changes nothing. */
function useFailure(autosave: Autosave): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(
    () =>
      autosave.subscribe(() => {
        const state = autosave.getState()
        if (state.status === 'failed') setCode(state.code)
        if (state.status === 'saved') setCode(undefined)
      }),
    [autosave],
  )
  return code
}

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const useIsOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
