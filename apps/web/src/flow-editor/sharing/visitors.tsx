'use client'

import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { nodeTitle } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor, useFlow } from '../state/use-editor.tsx'
import { useGoToNode } from '../use-go-to-node.ts'
import { VisitorBadge } from './visitor-badge.tsx'

/** Who else has this flow open; pressed, the canvas goes to what they have selected. */
export function Visitors() {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const goTo = useGoToNode()
  const others = useEditor((state) => state.others)
  if (others.length === 0) return null
  return (
    <ul aria-label={t.sharing.others} data-testid="visitors" className="flex -space-x-1.5">
      {others.map(({ id, person, nodeId }) => {
        const node = nodeId === null ? undefined : nodeById(flow, nodeId)
        const title = node ? t.sharing.isAt(person.name, nodeTitle(node, locale)) : t.sharing.isHere(person.name)
        return (
          <li key={id}>
            <button type="button" className="rounded-full" disabled={!node} onClick={() => node && goTo(node.id)}>
              <VisitorBadge person={person} title={title} className="ring-2 ring-surface" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
