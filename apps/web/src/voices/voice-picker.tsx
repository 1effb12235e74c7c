'use client'

import type { Language } from '@parley/flow-runtime'
import type { FlowVoice } from '@parley/flow-runtime/flow-voice'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input } from '../ui/field.tsx'
import { VoiceBrowser } from './voice-browser.tsx'

type VoicePickerProps = { language: Language; open: boolean; onClose: () => void; onChoose: (voice: FlowVoice) => void }

/** Chooses a voice by ear, or by its id where no list has it. */
export function VoicePicker({ language, open, onClose, onChoose }: VoicePickerProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) onChoose({ id: typed.trim() })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.voices.pickTitle(t.editor.languages[language])}
      testId="voice-picker"
      className="w-[640px]"
    >
      <VoiceBrowser
        only={language}
        actions={(voice, source) => (
          <Button size="small" aria-label={t.voices.chooseOf(voice.name)} onClick={() => onChoose({ id: voice.id, provider: source.id })}>
            {t.voices.choose}
          </Button>
        )}
      />
      <form onSubmit={submit} className="mt-6 border-line border-t pt-4">
        <Field id={id} label={t.voices.typeId}>
          <div className="flex gap-2">
            <Input
              id={id}
              className="font-mono text-xs"
              spellCheck={false}
              maxLength={200}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" disabled={typed.trim() === ''}>
              {t.voices.typeIdUse}
            </Button>
          </div>
        </Field>
      </form>
    </Dialog>
  )
}
