import type { FlowNode } from '@parley/flow-runtime'
import { AudioLines, Blend, Check, Disc3, type LucideIcon } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { useSpeechReadiness } from '../state/speech-readiness.tsx'
import type { SpeechKind } from './speech-of.ts'

const icons: Record<SpeechKind, LucideIcon> = { known: Disc3, partly: Blend, live: AudioLines }

/** Says where a node's words come from, and whether those that are known are made; always as wide, whatever it says. */
export function SpeechBadge({ node, kind }: { node: FlowNode; kind: SpeechKind }) {
  const t = useText()
  const readiness = useSpeechReadiness(node)
  const Icon = icons[kind]
  const isReady = kind !== 'live' && readiness === 'ready'
  const state = kind === 'live' || readiness === 'unknown' ? '' : ` ${t.editor.speech[readiness]}`
  const words = `${t.editor.speech[kind]}${state}`
  return (
    <span
      data-testid={`speech-of-${node.id}`}
      data-speech={kind}
      data-ready={isReady || undefined}
      title={words}
      className="flex w-7 shrink-0 items-center justify-end gap-0.5 text-ink-3"
    >
      {isReady && <Check size={10} strokeWidth={3} className="text-do" aria-hidden />}
      <Icon size={13} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  )
}
