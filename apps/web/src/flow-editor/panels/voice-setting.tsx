'use client'

import type { Flow, Language } from '@parley/flow-runtime'
import { type FlowVoice, voiceOf, withVoice } from '@parley/flow-runtime/flow-voice'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId } from 'react'
import { z } from 'zod'
import { useText } from '../../i18n/text-provider.tsx'
import { alone, useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useSheet } from '../../ui/use-sheet.ts'
import { VoicePicker } from '../../voices/voice-picker.tsx'
import { useEditorStore } from '../state/use-editor.tsx'

/** The voice of the flow, for each of its languages. */
export function VoiceSetting({ flow, label }: { flow: Flow; label: string }) {
  const t = useText()
  const titleId = useId()
  const store = useEditorStore()
  const picker = useSheet<Language>()
  const { settings, languages } = flow
  const choose = (language: Language, voice: FlowVoice | undefined) =>
    store.edit({ type: 'setSettings', settings: { ...settings, voice: withVoice(settings, languages, language, voice) } })

  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-1.5" data-testid="setting-voice">
      <h3 id={titleId} className="font-medium text-ink-2 text-xs">
        {label}
      </h3>
      {languages.map((language) => {
        const voice = voiceOf(settings, language)
        return (
          <div key={language} className="flex items-center gap-1.5">
            <span className="w-16 shrink-0 text-ink-2 text-xs">{t.editor.languages[language]}</span>
            <Button
              size="small"
              className="h-8 min-w-0 flex-1 shrink justify-start"
              data-testid={`choose-voice-${language}`}
              aria-haspopup="dialog"
              onClick={() => picker.open(language)}
            >
              <span className="truncate">{voice ? <VoiceName voice={voice} language={language} /> : t.voices.default}</span>
            </Button>
            {voice && (
              <Button
                look="ghost"
                size="tiny"
                aria-label={`${t.editor.languages[language]}: ${t.voices.clear}`}
                title={t.voices.clear}
                onClick={() => choose(language, undefined)}
              >
                <X size={13} aria-hidden />
              </Button>
            )}
          </div>
        )
      })}
      {picker.about && (
        <VoicePicker
          key={picker.key}
          language={picker.about}
          open={picker.isOpen}
          onClose={picker.close}
          onChoose={(voice) => {
            if (picker.about) choose(picker.about, voice)
            picker.close()
          }}
        />
      )}
    </section>
  )
}

const knownSource = z.union([z.uuid(), z.enum(['installation', 'local'])])

/** What the voice is called where its provider is known and answers, else its id. */
function VoiceName({ voice, language }: { voice: FlowVoice; language: Language }) {
  const source = knownSource.safeParse(voice.provider)
  const { data } = useQuery({
    ...useTRPC().voices.list.queryOptions({ source: source.data ?? 'local' }, alone),
    ...{ enabled: source.success, staleTime: 5 * 60_000, retry: false },
  })
  const voices = data?.ok ? data.voices.filter(({ id }) => id === voice.id) : []
  const named = voices.find((one) => one.language === language) ?? voices[0]
  return named?.name ?? voice.id
}
