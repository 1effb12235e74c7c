'use client'

import { Copy } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import { GiveDialog } from './give-dialog.tsx'
import type { ListedVoice, VoiceSource } from './listed-voice.ts'
import { VoiceBrowser } from './voice-browser.tsx'

/** All voices, to be compared and given to flows. */
export function VoicesPage() {
  const t = useText()
  const give = useSheet<{ voice: ListedVoice; source: VoiceSource }>()
  async function copy(id: string) {
    try {
      await navigator.clipboard.writeText(id)
      toast({ tone: 'good', message: t.voices.copied })
    } catch {
      // Without https browsers have no clipboard: then it can be read off.
      toast({ tone: 'bad', message: id })
    }
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">{t.voices.title}</h1>
      <p className="mt-1 mb-6 text-ink-2">{t.voices.lead}</p>
      <VoiceBrowser
        actions={(voice, source) => (
          <>
            <Button look="ghost" size="icon" aria-label={t.voices.copy(voice.name)} onClick={() => void copy(voice.id)}>
              <Copy size={15} aria-hidden />
            </Button>
            <Button size="small" aria-label={t.voices.giveOf(voice.name)} onClick={() => give.open({ voice, source })}>
              {t.voices.give}
            </Button>
          </>
        )}
      />
      {give.about && (
        <GiveDialog key={give.key} voice={give.about.voice} source={give.about.source.id} open={give.isOpen} onClose={give.close} />
      )}
    </>
  )
}
