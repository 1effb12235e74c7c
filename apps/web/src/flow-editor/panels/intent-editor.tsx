'use client'

import type { IntentDeclaration } from '@parley/flow-runtime'
import { useText } from '../../i18n/text-provider.tsx'
import { Input } from '../../ui/field.tsx'
import { SampleList } from '../intents/sample-list.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

/** What an intent means and what callers say, in the language shown. */
export function IntentEditor({ intent }: { intent: IntentDeclaration }) {
  const t = useText()
  const store = useEditorStore()
  const language = useEditor((state) => state.language)
  const change = (part: Partial<IntentDeclaration>) =>
    store.edit({ type: 'updateIntent', name: intent.name, intent: { ...intent, ...part } }, { key: `intent.${intent.name}` })
  return (
    <div className="flex flex-col gap-1.5">
      <Input
        aria-label={t.editor.intentDescription}
        placeholder={t.editor.intentDescription}
        value={intent.description ?? ''}
        onChange={(event) => change({ description: event.target.value || undefined })}
      />
      <p className="text-ink-3 text-xs">{t.forms.samples(language.toUpperCase())}</p>
      <SampleList
        key={language}
        intent={intent}
        language={language}
        onChange={(samples) => change({ samples: { ...intent.samples, [language]: [...samples] } })}
      />
    </div>
  )
}
