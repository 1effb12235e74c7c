'use client'

import { X } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { IntentEditor } from './intent-editor.tsx'
import { NewIntent } from './new-intent.tsx'

/** What callers may want, with the sentences that say it. */
export function IntentsPanel() {
  const t = useText()
  const store = useEditorStore()
  const flow = useFlow()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3">
      {flow.intents.length === 0 && <p className="mb-3 px-1 text-ink-2">{t.editor.intentsNone}</p>}
      <ul className="mb-3 flex flex-col gap-2">
        {flow.intents.map((intent) => (
          <li key={intent.name} className="rounded-md border border-line p-2">
            <div className="mb-1.5 flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate font-medium">{intent.name}</span>
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.editor.remove(intent.name)}
                onClick={() => store.edit({ type: 'setIntents', intents: flow.intents.filter(({ name }) => name !== intent.name) })}
              >
                <X size={13} />
              </Button>
            </div>
            <IntentEditor intent={intent} />
          </li>
        ))}
      </ul>
      <NewIntent onAdd={(intent) => store.edit({ type: 'setIntents', intents: [...flow.intents, intent] })} />
    </div>
  )
}
