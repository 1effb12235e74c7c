'use client'

import { isKnownNode, type NodeType } from '@parley/flow-runtime'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { editorOf } from '../node-words.ts'
import { PlayWords } from '../preview/play-words.tsx'

/** What a node type does, in three lines, and a moment of a call with it whose agent can be played. */
export function NodeHelp({ type }: { type: NodeType }) {
  const t = useText()
  const locale = useLocale()
  const { group, help } = editorOf(type)
  const lines = help[locale].split('\n')
  // What is said is in the example below.
  const told = group === 'logic' || group === 'do' || !isKnownNode({ type }) ? lines : lines.slice(0, 2)
  const example = isKnownNode({ type }) ? t.nodeHelp.examples[type] : []
  return (
    <div data-testid={`node-help-${type}`} className="flex flex-col gap-1.5 text-xs leading-relaxed">
      {told.map((line, index) => (
        <p key={line} className={index > 1 ? 'text-ink-3' : 'text-ink-2'}>
          {typeset(line)}
        </p>
      ))}
      {example.length > 0 && (
        <section aria-label={t.nodeHelp.heard} className="mt-1 rounded-md bg-sunken px-2.5 py-2">
          <ul className="flex flex-col gap-1.5">
            {example.map(({ agent, caller }) => (
              <li key={agent ?? caller} className="flex items-start gap-1.5">
                <span className={cn('w-13 shrink-0 font-medium', agent ? 'text-speak' : 'text-listen')}>
                  {agent ? t.nodeHelp.agent : t.nodeHelp.caller}
                </span>
                <span className="min-w-0 flex-1">{typeset(agent ?? caller ?? '')}</span>
                {agent && <PlayWords name={t.nodeHelp.play} of={{ language: locale, text: agent }} className="-my-0.5" />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
