'use client'

import { CircleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { useEditorStore } from './state/use-editor.tsx'

type Part = 'canvas' | 'inspector' | 'drawer'
type PartBoundaryProps = { part: Part; className?: string; children: ReactNode }

/** Around a part of the editor: if it breaks, the others and the draft live on. */
export class PartBoundary extends Component<PartBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError = () => ({ isBroken: true })
  override render() {
    const { part, className, children } = this.props
    if (!this.state.isBroken) return children
    return <BrokenPart part={part} className={className} onRetry={() => this.setState({ isBroken: false })} />
  }
}

function BrokenPart({ part, className, onRetry }: { part: Part; className?: string; onRetry: () => void }) {
  const t = useText()
  const store = useEditorStore()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(store.getState().history.flow, null, 2))
      toast({ tone: 'good', message: t.canvas.copied })
    } catch {
      toast({ tone: 'bad', message: t.canvas.copyFailed })
    }
  }
  return (
    <section
      role="alert"
      data-testid={`broken-${part}`}
      className={cn('flex flex-col items-start gap-3 overflow-auto bg-surface p-6', className)}
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <CircleAlert size={16} className="shrink-0 text-danger" aria-hidden />
        {t.canvas.brokenPart(t.canvas.parts[part])}
      </h2>
      <p className="max-w-prose text-ink-2">{t.canvas.brokenHint}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={onRetry}>
          {t.common.retry}
        </Button>
        <Button onClick={() => void copy()}>{t.canvas.copyJson}</Button>
      </div>
    </section>
  )
}
