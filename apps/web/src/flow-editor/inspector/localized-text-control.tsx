'use client'

import { type Language, language as languages, localizedText } from '@parley/flow-runtime'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { TemplateArea } from '../completion/template-area.tsx'
import { textMarks } from '../completion/text-marks.ts'
import { SpokenLine } from '../preview/spoken-line.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import type { ControlProps } from './field-types.ts'

/** Words per language, with variables put in at the caret. The language follows the canvas and leads it. */
export function LocalizedTextControl({ id, flow, value, invalid, hint, onChange }: ControlProps) {
  const t = useText()
  const store = useEditorStore()
  const shown = useEditor((state) => state.language)
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

  const text = texts[shown] ?? ''
  const source = flow.languages.find((option) => option !== shown && texts[option])
  const names = flow.variables.map(({ name }) => name)
  const hasFaults = (option: Language) => option !== shown && textMarks(texts[option] ?? '', flow.variables, names).faults.length > 0

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
              hasFaults(option) && 'text-danger',
            )}
          >
            {option.toUpperCase()}
            {isWanted && !texts[option] && (
              <>
                <span aria-hidden className="ml-1 inline-block size-1.5 rounded-full bg-call align-middle" />
                <span className="sr-only"> {t.editor.missingText}</span>
              </>
            )}
            {hasFaults(option) && <span className="sr-only"> {t.forms.hasFaults}</span>}
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
        {source && !text && (
          <Button look="ghost" size="small" className="h-6 text-[11px]" data-testid="copy-words" onClick={() => write(texts[source] ?? '')}>
            {t.forms.copyFrom(t.editor.languages[source])}
          </Button>
        )}
      </div>
      <TemplateArea
        id={id}
        flow={flow}
        language={shown}
        className={cn('rounded-t-none', !hint.required && 'min-h-9')}
        value={text}
        aria-invalid={invalid}
        onChange={write}
      />
      {text.trim() !== '' && <SpokenLine flow={flow} language={shown} text={text} />}
    </div>
  )
}
