'use client'

import { Copy, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { usePageText } from '../i18n/use-page-text.ts'
import { ago } from '../lib/time-words.ts'
import { useNow } from '../lib/use-now.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ExportButton } from './export-button.tsx'
import { FlowOutline } from './flow-outline.tsx'
import type { ListedFlow } from './listed-flow.ts'
import { useFlowActions } from './use-flow-actions.ts'

const everyMs = 10_000

/** A flow in the list: its shape, whether it is live, when it was saved, how often it was called. */
export function FlowCard({ flow }: { flow: ListedFlow }) {
  const t = usePageText()
  const now = useNow(everyMs)
  const { remove, duplicate, isBusy } = useFlowActions(flow)
  const facts = [
    flow.isReadable ? t.flows.nodes(flow.nodes.length) : '',
    t.flowsPage.callsInWeek(flow.callsInWeek),
    now === undefined ? '' : t.flows.savedWhen(ago(flow.updatedAt, now, t)),
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
  return (
    <li
      data-testid={`flow-${flow.id}`}
      className="group relative overflow-hidden rounded-xl border border-line bg-surface shadow-card transition-shadow focus-within:shadow-float hover:shadow-float"
    >
      <div className="h-36 bg-canvas p-3">
        <FlowOutline nodes={flow.nodes} edges={flow.edges} />
      </div>
      <div className="flex flex-col gap-1.5 border-line border-t px-4 py-3">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold text-sm">
            <Link
              href={`/flows/${flow.id}`}
              className="after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ink focus-visible:after:-outline-offset-2"
            >
              {flow.name}
            </Link>
          </h2>
          {!flow.isReadable && <Badge tone="bad">{t.flows.unreadable}</Badge>}
          <Badge tone={flow.publishedNumber === null ? 'neutral' : 'good'}>
            {flow.publishedNumber === null ? t.flows.notPublished : t.flows.published(flow.publishedNumber)}
          </Badge>
        </div>
        <div className="flex h-6 items-center gap-0.5 text-ink-3 text-xs">
          <p className="min-w-0 flex-1 truncate" title={facts}>
            {facts}
          </p>
          <span className="absolute right-3 bottom-3 flex gap-0.5 rounded-md bg-surface opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
            {flow.isReadable && <ExportButton flowId={flow.id} name={flow.name} />}
            <Button
              look="ghost"
              size="tiny"
              aria-label={t.flowsPage.duplicate(flow.name)}
              title={t.flowsPage.duplicate(flow.name)}
              disabled={isBusy || !flow.isReadable}
              onClick={duplicate}
            >
              <Copy size={13} aria-hidden />
            </Button>
            <Button
              look="ghost"
              size="tiny"
              aria-label={t.flowsPage.deleteFlow(flow.name)}
              title={t.flowsPage.deleteFlow(flow.name)}
              disabled={isBusy}
              onClick={remove}
            >
              <Trash2 size={13} aria-hidden />
            </Button>
          </span>
        </div>
      </div>
    </li>
  )
}
