import {
  CalendarCheck,
  Circle,
  CircleHelp,
  Equal,
  GitBranch,
  Hand,
  type LucideIcon,
  MessageSquare,
  PhoneForwarded,
  PhoneOff,
  Split,
} from 'lucide-react'

/** The icons node types name; one that is missing here is drawn as a circle. */
const icons: Record<string, LucideIcon> = {
  'calendar-check': CalendarCheck,
  'circle-help': CircleHelp,
  equal: Equal,
  'git-branch': GitBranch,
  hand: Hand,
  'message-square': MessageSquare,
  'phone-forwarded': PhoneForwarded,
  'phone-off': PhoneOff,
  split: Split,
}

export function NodeIcon({ name, size = 15, className }: { name: string; size?: number; className?: string }) {
  const Icon = icons[name] ?? Circle
  return <Icon size={size} className={className} aria-hidden />
}
