import type { ReactNode } from 'react'

type StartCardProps = {
  id: string
  name: string
  hint: string
  isChosen: boolean
  onChoose: () => void
  picture: ReactNode
  children?: ReactNode
}

/** One thing a new flow can start from: its picture, what it is for, and what it holds. */
export function StartCard({ id, name, hint, isChosen, onChoose, picture, children }: StartCardProps) {
  return (
    <label className="relative flex cursor-pointer flex-col overflow-hidden rounded-lg border border-line hover:bg-hover has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2">
      <input type="radio" name="start" className="sr-only" data-testid={`start-${id}`} checked={isChosen} onChange={onChoose} />
      <span className="grid h-24 shrink-0 place-items-center border-line border-b bg-canvas p-2">{picture}</span>
      <span className="flex flex-1 flex-col gap-1 p-3">
        <span className="font-medium">{name}</span>
        <span className="text-ink-3 text-xs leading-snug">{hint}</span>
        {children}
      </span>
    </label>
  )
}
