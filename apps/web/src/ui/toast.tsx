'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'

type Toast = { id: number; message: string; tone: 'good' | 'bad'; action?: { label: string; run: () => void } }
type Show = (toast: Omit<Toast, 'id'>) => void

const ToastContext = createContext<Show>(() => undefined)
const shownForMs = 5000

/** Shows a short message at the bottom; it leaves by itself. */
export const useToast = () => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const nextId = useRef(1)
  const show = useCallback<Show>((toast) => {
    const id = nextId.current++
    setToasts((shown) => [...shown.slice(-2), { ...toast, id }])
    setTimeout(() => setToasts((shown) => shown.filter((other) => other.id !== id)), shownForMs)
  }, [])
  const value = useMemo(() => show, [show])

  return (
    <ToastContext.Provider value={value}>
      {children}
      <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-5 z-50 flex flex-col items-center gap-2">
        {toasts.map((toast) => (
          <div
            key={toast.id}
            data-testid="toast"
            className="rise pointer-events-auto flex items-center gap-2.5 rounded-lg bg-ink px-3.5 py-2.5 text-on-ink shadow-float"
          >
            {toast.tone === 'good' ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
            <span>{toast.message}</span>
            {toast.action && (
              <button
                type="button"
                className="rounded px-1.5 font-semibold underline underline-offset-2 focus-visible:outline-on-ink"
                onClick={toast.action.run}
              >
                {toast.action.label}
              </button>
            )}
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  )
}
