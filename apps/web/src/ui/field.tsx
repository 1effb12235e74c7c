import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

const box =
  'w-full rounded-md border border-line-strong/70 bg-surface px-2.5 text-[13px] text-ink placeholder:text-ink-3 hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-danger'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={cn(box, 'h-8', className)} />
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={cn(box, 'field-sizing-content min-h-16 resize-y py-1.5 leading-relaxed', className)} />
}

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={cn(box, 'h-8 pr-1 pl-1.5', className)} />
}

type FieldProps = { id: string; label: string; help?: string; error?: string; children: ReactNode; trailing?: ReactNode }

/** A labelled control; its error stands right under it and is announced. */
export function Field({ id, label, help, error, children, trailing }: FieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-6 items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium text-ink-2 text-xs">
          {label}
        </label>
        {trailing}
      </div>
      {children}
      {help && !error && <p className="text-ink-3 text-xs">{help}</p>}
      {error && (
        <p role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
    </div>
  )
}
