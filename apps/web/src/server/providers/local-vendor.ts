import { z } from 'zod'
import { elevenLabs } from './elevenlabs-vendor.ts'
import type { Vendor } from './vendor.ts'
import { SupplyError } from './voice-supply.ts'

const health = z.object({ engines: z.object({ recognition: z.object({ available: z.boolean() }) }) })

/** The embedded speech: it speaks ElevenLabs' protocol, and is searched here because it lists all it has. */
export const local: Vendor = {
  ...elevenLabs,
  async test(place) {
    const { kind, settings } = place.choice
    if (kind === 'synthesis') return elevenLabs.speak(place, { voiceId: settings.voiceId ?? 'en-us', text: 'Hello.' })
    const answer = await place.line(`${place.url}/health`)
    const { engines } = health.parse(await answer.json())
    if (!engines.recognition.available) throw new SupplyError('ENGINE_MISSING')
  },
  async listVoices(place, search) {
    const wanted = search.toLowerCase()
    const voices = await elevenLabs.listVoices(place, search)
    return voices.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(wanted))
  },
}
