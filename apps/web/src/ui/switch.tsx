import { cn } from '../lib/cn.ts'

type SwitchProps = { id?: string; checked: boolean; onChange: (checked: boolean) => void; label?: string }

export function Switch({ id, checked, onChange, label }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      aria-checked={checked}
      aria-label={label}
      onClick={() => onChange(!checked)}
      className={cn('relative h-5 w-9 rounded-full transition-colors', checked ? 'bg-ink' : 'bg-line-strong')}
    >
      <span className={cn('absolute top-0.5 left-0.5 size-4 rounded-full bg-on-ink transition-transform', checked && 'translate-x-4')} />
    </button>
  )
}
