'use client'

import type { Problem } from '@parley/flow-runtime'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { nodeTitle } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'

/** Problems in words, each with the node it is about; pressing one goes there, or solves it where it says how. */
export function ProblemList({ problems, onGo }: { problems: readonly Problem[]; onGo: (nodeId: string) => void }) {
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  return (
    <ul className="flex flex-col outline-none" tabIndex={-1}>
      {problems.map(({ code, severity, message, nodeId, outcome, field, subflow, fix }) => {
        const node = nodeId === undefined || subflow !== undefined ? undefined : nodeById(flow, nodeId)
        const place = node ? nodeTitle(node, locale) : subflow
        const Icon = severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={`${code} ${subflow} ${nodeId} ${outcome} ${field} ${message}`} className="flex items-start gap-1">
            <button
              type="button"
              disabled={!node}
              data-testid={`problem-${code}`}
              className="flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1.5 text-left enabled:hover:bg-hover"
              onClick={() => nodeId !== undefined && onGo(nodeId)}
            >
              <Icon size={14} className={severity === 'error' ? 'mt-0.5 shrink-0 text-danger' : 'mt-0.5 shrink-0 text-call'} aria-hidden />
              <span className="min-w-0">
                {place !== undefined && <span className="block truncate font-medium">{place}</span>}
                <span className="block text-ink-2 text-xs leading-snug">{message}</span>
              </span>
            </button>
            {fix && (
              <Button
                size="small"
                className="mt-1 max-w-32 whitespace-normal text-left leading-tight"
                data-testid={`fix-${code}`}
                onClick={(event) => {
                  // The button goes with its problem; the keyboard stays in the list.
                  event.currentTarget.closest('ul')?.focus()
                  store.edit(fix.operation)
                }}
              >
                {fix.label}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
