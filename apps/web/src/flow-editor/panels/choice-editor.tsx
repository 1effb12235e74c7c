'use client'

import type { VariableDeclaration } from '@parley/flow-runtime'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'

type Choices = NonNullable<VariableDeclaration['choices']>

/** What callers can choose, and how else they say it. */
export function ChoiceEditor({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const t = useText()
  const [added, setAdded] = useState('')
  const add = () => {
    const value = added.trim()
    if (value === '' || choices.some((choice) => choice.value === value)) return
    onChange([...choices, { value, synonyms: [] }])
    setAdded('')
  }
  return (
    <fieldset className="mt-2 flex flex-col gap-1.5 border-line border-t pt-2">
      <legend className="sr-only">{t.editor.choices}</legend>
      {choices.map((choice) => (
        <div key={choice.value}>
          <div className="flex items-center justify-between">
            <span className="font-medium text-xs">{choice.value}</span>
            <Button
              look="ghost"
              size="tiny"
              aria-label={t.editor.remove(choice.value)}
              onClick={() => onChange(choices.filter((other) => other !== choice))}
            >
              <X size={12} />
            </Button>
          </div>
          <Input
            className="h-7 text-xs"
            aria-label={`${choice.value}: ${t.editor.choiceSynonyms}`}
            placeholder={t.editor.choiceSynonyms}
            defaultValue={choice.synonyms.join(', ')}
            onBlur={(event) => {
              const synonyms = event.target.value
                .split(',')
                .map((word) => word.trim())
                .filter((word) => word !== '')
              onChange(choices.map((other) => (other === choice ? { ...choice, synonyms } : other)))
            }}
          />
        </div>
      ))}
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
