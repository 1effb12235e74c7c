'use client'

import { type Language, language as languages, localizedText } from '@parley/flow-runtime'
import { Braces } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import type { ControlProps } from './field-types.ts'

/** Words per language, with variables put in at the caret. The language follows the canvas and leads it. */
export function LocalizedTextControl({ id, flow, value, invalid, hint, onChange }: ControlProps) {
  const t = useText()
  const store = useEditorStore()
  const shown = useEditor((state) => state.language)
  const area = useRef<HTMLTextAreaElement>(null)
  const parsed = localizedText.safeParse(value)
  const first = flow.languages[0] ?? 'en'
  const texts: Partial<Record<Language, string>> = !parsed.success
    ? {}
    : typeof parsed.data === 'string'
      ? { [first]: parsed.data }
      : parsed.data
  const missing = languages.options.filter((option) => !flow.languages.includes(option))
  // What may stay empty is missing in a language only where another one has it.
  const isWanted = hint.required === true || Object.values(texts).some((text) => text !== '')
  const write = (text: string) => onChange({ ...texts, [shown]: text })

  const insert = (name: string) => {
    const element = area.current
    const text = texts[shown] ?? ''
    const at = element?.selectionStart ?? text.length
    const before = text.slice(0, at)
    const spaced = before === '' || before.endsWith(' ') ? '' : ' '
    write(`${before}${spaced}{{ ${name} }}${text.slice(element?.selectionEnd ?? at)}`)
    element?.focus()
  }

  return (
    <div>
      <div className="flex items-center gap-0.5 rounded-t-md border border-line-strong/70 border-b-0 bg-sunken px-1 py-0.5">
        {flow.languages.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === shown}
            onClick={() => store.set({ language: option })}
            className={cn(
              'h-6 rounded px-1.5 font-medium text-[11px] text-ink-2 hover:text-ink',
              option === shown && 'bg-surface text-ink shadow-card',
              isWanted && !texts[option] && 'text-call',
            )}
          >
            {option.toUpperCase()}
            {isWanted && !texts[option] && <span className="sr-only"> {t.editor.missingText}</span>}
          </button>
        ))}
        {missing.map((option) => (
          <Button
            key={option}
            look="ghost"
            size="tiny"
            className="w-auto px-1.5 text-[11px]"
            aria-label={`+ ${option.toUpperCase()}: ${t.editor.addLanguage(t.editor.languages[option])}`}
            onClick={() => {
              store.edit({ type: 'setLanguages', languages: [...flow.languages, option] })
              store.set({ language: option })
            }}
          >
            + {option.toUpperCase()}
          </Button>
        ))}
        <span className="flex-1" />
        {flow.variables.length > 0 && (
          <span className="relative grid size-6 place-items-center rounded text-ink-2 focus-within:outline-2 focus-within:outline-ink hover:bg-hover">
            <Braces size={13} aria-hidden />
            <select
              aria-label={t.editor.insertVariable}
              title={t.editor.insertVariable}
              className="absolute inset-0 cursor-pointer opacity-0"
              value=""
              onChange={(event) => insert(event.target.value)}
            >
              <option value="">{t.editor.insertVariable}</option>
              {flow.variables.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
      <TextArea
        ref={area}
        id={id}
        lang={shown}
        className={cn('rounded-t-none', !hint.required && 'min-h-9')}
        value={texts[shown] ?? ''}
        aria-invalid={invalid}
        onChange={(event) => write(event.target.value)}
      />
    </div>
  )
}
