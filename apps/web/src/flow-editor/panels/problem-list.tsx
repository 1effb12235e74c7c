'use client'

import type { Problem } from '@parley/flow-runtime'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../keys/focus.ts'
import { nodeTitle, spokenWords } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'

/** Problems in words, each with the node it is about; pressing one goes there, or solves it where it says how. */
export function ProblemList({ problems, onGo }: { problems: readonly Problem[]; onGo: (nodeId: string) => void }) {
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const [first = 'en'] = flow.languages
  return (
    <ul className="flex flex-col outline-none" tabIndex={-1}>
      {problems.map(({ code, severity, message, nodeId, outcome, field, subflow, fix }) => {
        const node = nodeId === undefined || subflow !== undefined ? undefined : nodeById(flow, nodeId)
        const place = node ? nodeTitle(node, locale) : subflow
        const words = node && spokenWords(node, first, first)
        const Icon = severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={`${code} ${subflow} ${nodeId} ${outcome} ${field} ${message}`} className="flex flex-col items-start pb-1">
            <button
              type="button"
              disabled={!node}
              data-testid={`problem-${code}`}
              className="flex w-full min-w-0 items-start gap-2 rounded-md px-2 py-1.5 text-left enabled:hover:bg-hover"
              onClick={() => {
                if (nodeId === undefined) return
                onGo(nodeId)
                if (field !== undefined) focusField(nodeId, field)
              }}
            >
              <Icon size={14} className={severity === 'error' ? 'mt-0.5 shrink-0 text-danger' : 'mt-0.5 shrink-0 text-call'} aria-hidden />
              <span className="min-w-0">
                {place !== undefined && (
                  <span className="block truncate font-medium">
                    {place}
                    {words !== undefined && <span className="font-normal text-ink-3"> {words}</span>}
                  </span>
                )}
                <span className="block text-ink-2 text-xs leading-snug">{typeset(message)}</span>
              </span>
            </button>
            {fix && (
              <Button
                size="small"
                className="mb-1 ml-7.5 h-auto min-h-7 shrink whitespace-normal py-1 text-left leading-tight"
                data-testid={`fix-${code}`}
                onClick={(event) => {
                  // The button goes with its problem; the keyboard stays in the list.
                  event.currentTarget.closest('ul')?.focus()
                  store.edit(fix.operation)
                }}
              >
                {typeset(fix.label)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
