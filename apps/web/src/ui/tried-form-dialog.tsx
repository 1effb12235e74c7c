'use client'

import { type FormEvent, type ReactNode, useId, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type TriedFormDialogProps = {
  title: string
  /** What it is about: its test ids begin with it. */
  about: string
  open: boolean
  onClose: () => void
  test: { label: string; isPending: boolean }
  onTest: () => void
  save: { label: string; isPending: boolean; error: unknown }
  onSave: () => void
  children: ReactNode
}

/** A form in a dialog of what can be tried as it stands before it is saved. */
export function TriedFormDialog({ title, about, open, onClose, test, onTest, save, onSave, children }: TriedFormDialogProps) {
  const t = useText()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      testId={`${about}-sheet`}
      className="w-[600px]"
      footer={
        <>
          <Button
            className="mr-auto"
            data-testid={`${about}-test`}
            disabled={test.isPending}
            onClick={() => form.current?.reportValidity() && onTest()}
          >
            {test.label}
          </Button>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} data-testid={`${about}-save`} disabled={save.isPending}>
            {save.label}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={submit} className="flex flex-col gap-4">
        {children}
        {save.error !== null && (
          <p role="alert" className="text-danger text-xs">
            {typeset(errorSentence(t, errorCode(save.error)))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
