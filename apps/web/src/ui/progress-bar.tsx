import { cn } from '../lib/cn.ts'

/** How far something is; without `value` it is only known to go on. */
export function ProgressBar({ className, label, max, value }: { className?: string; label: string; max: number; value?: number }) {
  return (
    <progress
      className={cn(
        'block h-1.5 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-ink',
        value === undefined && 'animate-pulse motion-reduce:animate-none',
        className,
      )}
      aria-label={label}
      max={max}
      value={value}
    />
  )
}
