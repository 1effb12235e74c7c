'use client'

import { useEffect, useState } from 'react'
import { Input } from '../../ui/field.tsx'

type ChoiceWordsProps = { of: string; label: string; words: string; lang?: string; onChange: (words: string) => void }

/** Some words of a choice; they count when the field is left. */
export function ChoiceWords({ of, label, words, lang, onChange }: ChoiceWordsProps) {
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  return (
    <Input
      className="h-7 text-xs"
      lang={lang}
      aria-label={`${of}: ${label}`}
      placeholder={label}
      title={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== words && onChange(typed.trim())}
    />
  )
}
