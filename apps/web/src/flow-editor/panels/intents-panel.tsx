'use client'

import { intentDeclaration } from '@parley/flow-runtime'
import { X } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfusionView } from '../intents/confusion-view.tsx'
import { TrySentence } from '../intents/try-sentence.tsx'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { DeclaredName } from './declared-name.tsx'
import { IntentEditor } from './intent-editor.tsx'
import { NewIntent } from './new-intent.tsx'

const isName = (text: string) => intentDeclaration.shape.name.safeParse(text).success

/** What callers may want, with the sentences that say it. A new name goes to the nodes that listen for it, with their edges. */
export function IntentsPanel() {
  const t = useText()
  const store = useEditorStore()
  const { intents } = useFlow()
  const names = new Set(intents.map(({ name }) => name))
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3">
      {intents.length === 0 && <p className="mb-3 px-1 text-ink-2">{t.editor.intentsNone}</p>}
      <ul className="mb-3 flex flex-col gap-2">
        {intents.map((intent, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an intent is its place in the list, whatever it is called
          <li key={index} className="rounded-md border border-line p-2">
            <div className="mb-1.5 flex items-center gap-2">
              <DeclaredName
                name={intent.name}
                label={t.editor.intentRename(intent.name)}
                taken={names}
                isName={isName}
                className="font-medium"
                onRename={(name) => store.edit({ type: 'updateIntent', name: intent.name, intent: { ...intent, name } })}
              />
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.editor.remove(intent.name)}
                onClick={() => store.edit({ type: 'removeIntent', name: intent.name })}
              >
                <X size={13} />
              </Button>
            </div>
            <IntentEditor intent={intent} />
          </li>
        ))}
      </ul>
      <NewIntent onAdd={(intent) => store.edit({ type: 'addIntent', intent })} />
      {intents.length > 1 && (
        <>
          <TrySentence />
          <ConfusionView />
        </>
      )}
    </div>
  )
}
