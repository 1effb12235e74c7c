'use client'

import type { LucideIcon } from 'lucide-react'
import { Button } from '../ui/button.tsx'

type LookButtonProps = { look: string; icon: LucideIcon; label: string; hint: string; pressed: boolean; onPress: () => void }

/** One way to look at calls on the canvas: pressed again, it ends. */
export function LookButton({ look, icon: Icon, label, hint, pressed, onPress }: LookButtonProps) {
  return (
    <Button look="ghost" size="small" aria-pressed={pressed} title={hint} data-testid={`look-${look}`} onClick={onPress}>
      <Icon size={14} aria-hidden />
      {label}
    </Button>
  )
}
