'use client'

import * as Radix from '@radix-ui/react-popover'
import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

type PopoverProps = {
  trigger: ReactNode
  children: ReactNode
  label: string
  className?: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A small panel at its button; Escape and a press elsewhere close it, and the focus goes back. */
export function Popover({ trigger, children, label, className, open, onOpenChange }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={cn(
            'rise z-40 max-h-[var(--radix-popover-content-available-height)] w-72 overflow-y-auto rounded-xl border border-line bg-surface p-3 shadow-float',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
