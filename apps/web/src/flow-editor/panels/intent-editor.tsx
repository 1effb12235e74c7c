'use client'

import type { IntentDeclaration } from '@parley/flow-runtime'
import { useId, useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Input, TextArea } from '../../ui/field.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What an intent means and what callers say, one sentence per line, in the language shown. */
export function IntentEditor({ intent }: { intent: IntentDeclaration }) {
  const t = useText()
  const id = useId()
  const store = useEditorStore()
  const language = useEditor((state) => state.language)
  const [typed, setTyped] = useState<{ language: string; text: string }>()
  const stored = (intent.samples[language] ?? []).join('\n')
  const text = typed?.language === language && lines(typed.text).join('\n') === stored ? typed.text : stored

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
      <label htmlFor={id} className="text-ink-3 text-xs">
        {t.editor.intentSamples} ({language.toUpperCase()})
      </label>
      <TextArea
        id={id}
        lang={language}
        className="min-h-24"
        value={text}
        onChange={(event) => {
          setTyped({ language, text: event.target.value })
          change({ samples: { ...intent.samples, [language]: lines(event.target.value) } })
        }}
      />
    </div>
  )
}
