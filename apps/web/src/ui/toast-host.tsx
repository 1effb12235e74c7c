'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { Toaster as Sonner, toast as sonner } from 'sonner'
import { useText } from '../i18n/text-provider.tsx'
import type { Toast } from './toast.tsx'

const shownForMs = 5000

/** Shows messages; `onReady` is given what does it. */
export function ToastHost({ onReady }: { onReady: (show: (toast: Toast) => void) => void }) {
  const t = useText()
  useEffect(() => onReady(show), [onReady])
  return <Sonner position="bottom-center" visibleToasts={3} expand gap={8} containerAriaLabel={t.common.messages} />
}

function show({ message, tone, action }: Toast): void {
  const draw = (id: string | number) => (
    <div data-testid="toast" className="mx-auto flex w-fit items-center gap-2.5 rounded-lg bg-ink px-3.5 py-2.5 text-on-ink shadow-float">
      {tone === 'good' ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
      <span>{message}</span>
      {action && (
        <button
          type="button"
          className="rounded px-1.5 font-semibold underline underline-offset-2 focus-visible:outline-on-ink"
          onClick={() => {
            sonner.dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  )
  sonner.custom(draw, { duration: shownForMs })
}
