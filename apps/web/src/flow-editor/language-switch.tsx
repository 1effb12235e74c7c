'use client'

import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { useEditor, useEditorStore } from './state/use-editor.tsx'

/** Shows the whole flow in one of the caller's languages. */
export function LanguageSwitch() {
  const t = useText()
  const store = useEditorStore()
  const languages = useEditor((state) => state.history.flow.languages)
  const shown = useEditor((state) => state.language)
  if (languages.length < 2) return null
  return (
    <fieldset aria-label={t.editor.language} title={t.editor.language} className="flex rounded-md bg-sunken p-0.5">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={language === shown}
          aria-label={`${language.toUpperCase()}, ${t.editor.languages[language]}`}
          data-testid={`flow-language-${language}`}
          onClick={() => store.set({ language })}
          className={cn(
            'h-6 rounded px-2 font-medium text-[11px] text-ink-2 hover:text-ink',
            language === shown && 'bg-surface text-ink shadow-card',
          )}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}
