'use client'

import type { IntentDeclaration, Language } from '@parley/flow-runtime'
import { X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { Button } from '../../ui/button.tsx'
import { Input, TextArea } from '../../ui/field.tsx'
import { useFlow } from '../state/use-editor.tsx'
import { addedSamples, type SampleNote, sampleNotes } from './samples.ts'

type SampleListProps = { intent: IntentDeclaration; language: Language; onChange: (samples: readonly string[]) => void }

/** The sentences of an intent: Enter adds what was typed, many pasted lines are many sentences, and doubles are told. */
export function SampleList({ intent, language, onChange }: SampleListProps) {
  const t = useText()
  const { intents } = useFlow()
  const list = useRef<HTMLUListElement>(null)
  const adding = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const samples = intent.samples[language] ?? []
  const notes = sampleNotes(intent, intents, language)

  const add = (text: string) => {
    const { samples: next, added, doubles } = addedSamples(samples, text)
    if (added + doubles === 0) return
    if (added > 0) onChange(next)
    setTyped('')
    setSaid(t.forms.samplesAdded(added, doubles))
  }
  const remove = (at: number) => {
    flushSync(() => onChange(samples.filter((_, place) => place !== at)))
    const wanted = list.current?.querySelectorAll('input')[Math.max(0, at - 1)] ?? adding.current
    wanted?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(typed)
  }
  return (
    <div className="flex flex-col gap-1" data-testid={`samples-of-${intent.name}`}>
      <ul ref={list} className="flex flex-col gap-1">
        {samples.map((sample, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place in the list
          <li key={at}>
            <div className="flex items-center gap-0.5">
              <Input
                lang={language}
                className="h-7 text-xs"
                data-sample={`${intent.name} ${sample}`}
                aria-label={t.forms.sampleOf(at + 1)}
                value={sample}
                onChange={(event) => onChange(samples.map((other, place) => (place === at ? event.target.value : other)))}
                onBlur={() => sample.trim() === '' && onChange(samples.filter((_, place) => place !== at))}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return
                  if (event.key === 'Enter') adding.current?.focus()
                  if (event.key === 'Backspace' && sample === '') {
                    event.preventDefault()
                    remove(at)
                  }
                }}
              />
              <Button look="ghost" size="tiny" aria-label={t.forms.sampleRemove(sample)} onClick={() => remove(at)}>
                <X size={12} />
              </Button>
            </div>
            <Note note={notes.get(at)} />
          </li>
        ))}
      </ul>
      <TextArea
        ref={adding}
        lang={language}
        rows={1}
        className="min-h-8 text-xs"
        data-testid="add-sample"
        aria-label={t.forms.sampleAdd}
        placeholder={t.forms.sampleAdd}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() !== '' && add(typed)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!/\n./.test(pasted.trim())) return
          event.preventDefault()
          add(`${typed}${pasted}`)
        }}
      />
      <p role="status" className="text-ink-3 text-xs empty:hidden">
        {said}
      </p>
    </div>
  )
}

function Note({ note }: { note: SampleNote | undefined }) {
  const t = useText()
  if (!note) return null
  const words =
    note.kind === 'double' ? t.forms.sampleDouble : note.kind === 'near' ? t.forms.sampleNear(note.to) : t.forms.sampleTaken(note.by)
  return <p className="mt-0.5 text-call text-xs">{typeset(words)}</p>
}
