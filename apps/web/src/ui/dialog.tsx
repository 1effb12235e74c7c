'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { Button } from './button.tsx'

type DialogProps = {
  open: boolean
  /** Absent: the dialog stays until one of its own buttons is chosen. */
  onClose?: () => void
  title: string
  children: ReactNode
  footer?: ReactNode
  className?: string
  testId?: string
}

/** A modal sheet on the browser's own dialog: focus stays inside and starts at `data-autofocus`, Escape closes. */
export function Dialog({ open, onClose, title, children, footer, className, testId }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const t = useText()

  // Together with its contents: who asks for the keyboard next finds it where it was before.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={(event) => {
        if (!onClose) event.preventDefault()
      }}
      onClose={(event) => {
        if (onClose) onClose()
        else if (open) event.currentTarget.showModal()
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose?.()}
      className={cn('rise w-[520px] max-w-[calc(100vw-32px)] rounded-xl border border-line bg-surface p-0 shadow-float', className)}
    >
      {open && (
        <div className="flex max-h-[calc(100vh-96px)] flex-col">
          <div className="flex items-center justify-between gap-2 border-line border-b py-2.5 pr-2.5 pl-5">
            <h2 id={titleId} className="font-semibold text-[15px]">
              {title}
            </h2>
            {onClose && (
              <Button look="ghost" size="icon" aria-label={t.common.close} onClick={onClose}>
                <X size={16} />
              </Button>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {footer && <div className="flex items-center justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>}
        </div>
      )}
    </dialog>
  )
}
