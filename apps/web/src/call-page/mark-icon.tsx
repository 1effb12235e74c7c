import { Hash, Info, type LucideIcon, PhoneForwarded, PhoneOff, Wrench } from 'lucide-react'
import type { Mark } from './read-timeline.ts'

const icons: Record<Mark['kind'], LucideIcon> = { key: Hash, transfer: PhoneForwarded, tool: Wrench, hungUp: PhoneOff, note: Info }

export function MarkIcon({ kind }: { kind: Mark['kind'] }) {
  const Icon = icons[kind]
  return <Icon size={10} aria-hidden />
}
