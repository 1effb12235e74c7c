'use client'

import type { Problem } from '@parley/flow-runtime'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { nodeTitle } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useFlow } from '../state/use-editor.tsx'

/** Problems in words, each with the node it is about; pressing one goes there. */
export function ProblemList({ problems, onGo }: { problems: readonly Problem[]; onGo: (nodeId: string) => void }) {
  const locale = useLocale()
  const flow = useFlow()
  return (
    <ul className="flex flex-col">
      {problems.map(({ code, severity, message, nodeId, outcome, field, subflow }) => {
        const node = nodeId === undefined || subflow !== undefined ? undefined : nodeById(flow, nodeId)
        const Icon = severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={`${code} ${subflow} ${nodeId} ${outcome} ${field} ${message}`}>
            <button
              type="button"
              disabled={!node}
              data-testid={`problem-${code}`}
              className="flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left enabled:hover:bg-hover"
              onClick={() => nodeId !== undefined && onGo(nodeId)}
            >
              <Icon size={14} className={severity === 'error' ? 'mt-0.5 shrink-0 text-danger' : 'mt-0.5 shrink-0 text-call'} aria-hidden />
              <span className="min-w-0">
                {node && <span className="block truncate font-medium">{nodeTitle(node, locale)}</span>}
                <span className="block text-ink-2 text-xs leading-snug">{message}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
