'use client'

import type { VariableDeclaration } from '@parley/flow-runtime'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'
import { useEditor, useFlow } from '../state/use-editor.tsx'
import { ChoiceWords } from './choice-words.tsx'

type Choices = NonNullable<VariableDeclaration['choices']>

/** What callers can choose: how the agent says it, in the language shown, and how else callers do. */
export function ChoiceEditor({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const t = useText()
  const [first = 'en'] = useFlow().languages
  const language = useEditor((state) => state.language)
  const [added, setAdded] = useState('')
  const add = () => {
    const value = added.trim()
    if (value === '' || choices.some((choice) => choice.value === value)) return
    onChange([...choices, { value, synonyms: [] }])
    setAdded('')
  }
  return (
    <fieldset className="mt-2 flex flex-col gap-2.5 border-line border-t pt-2">
      <legend className="sr-only">{t.editor.choices}</legend>
      {choices.map((choice) => {
        const { value, label = {}, synonyms } = choice
        const labels = typeof label === 'string' ? { [first]: label } : label
        const change = (part: Partial<Choices[number]>) =>
          onChange(choices.map((other) => (other === choice ? { ...choice, ...part } : other)))
        return (
          <div key={value} className="flex flex-col gap-1">
            <div className="flex items-center justify-between pl-1">
              <span className="font-medium text-xs">{value}</span>
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.editor.remove(value)}
                onClick={() => onChange(choices.filter((other) => other !== choice))}
              >
                <X size={12} />
              </Button>
            </div>
            <ChoiceWords
              of={value}
              label={t.editor.choiceLabel(language.toUpperCase())}
              lang={language}
              words={labels[language] ?? ''}
              onChange={(words) => {
                const { [language]: _, ...others } = labels
                const next = words === '' ? others : { ...others, [language]: words }
                change({ label: Object.keys(next).length > 0 ? next : undefined })
              }}
            />
            <ChoiceWords
              of={value}
              label={t.editor.choiceSynonyms}
              words={synonyms.join(', ')}
              onChange={(words) =>
                change({
                  synonyms: words
                    .split(',')
                    .map((word) => word.trim())
                    .filter((word) => word !== ''),
                })
              }
            />
          </div>
        )
      })}
      <div className="flex gap-1">
        <Input
          className="h-7 text-xs"
          aria-label={t.editor.choiceValue}
          placeholder={t.editor.choiceValue}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add()
          }}
        />
        <Button size="small" aria-label={t.editor.choiceAdd} onClick={add}>
          <Plus size={13} />
        </Button>
      </div>
    </fieldset>
  )
}
