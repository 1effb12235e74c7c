import pino from 'pino'
import { expect, test } from 'vitest'
import { type SpeechProvider, sharedSpeech } from './speech/providers.ts'
import { spokenLine, startStandIn } from './speech/stand-in.ts'
import { createSpeechFor } from './tenant-speech.ts'

const hearing: SpeechProvider = {
  id: 'local',
  kind: 'recognition',
  vendor: 'local',
  apiKey: '',
  languages: [],
  settings: { url: 'http://127.0.0.1:9' },
}
const voice = (id: string, settings: SpeechProvider['settings']): SpeechProvider => ({
  id,
  kind: 'synthesis',
  vendor: 'elevenlabs',
  apiKey: 'key',
  languages: [],
  settings,
})

test('a tenant speaks with its own providers first, with new ones from the next call on, and with the installation’s when its own cannot be read', async () => {
  const server = await startStandIn({ speak: (response) => response.end(spokenLine('good morning')) })
  try {
    let chosen: readonly SpeechProvider[] | Error = [voice('own', { url: server.url, voiceId: 'anna' })]
    const speechFor = createSpeechFor({
      installed: [voice('installation', { url: server.url, voiceId: 'house' }), hearing],
      shared: sharedSpeech(),
      chosenBy: async () => {
        if (chosen instanceof Error) throw chosen
        return chosen
      },
      logger: pino({ level: 'silent' }),
    })
    const spokenBy = async (tenantId: string, text: string) => {
      const { synthesiser } = await speechFor(tenantId)
      for await (const _ of synthesiser.synthesise({ text, language: 'en', sampleRate: 24_000 }));
      return server.requests.at(-1)?.pathname.split('/')[3]
    }
    expect(await spokenBy('tenant', 'good morning A')).toBe('anna')
    expect(await speechFor('tenant')).toBe(await speechFor('tenant'))
    chosen = [voice('own', { url: server.url, voiceId: 'bert' })]
    expect(await spokenBy('tenant', 'good morning B')).toBe('bert')
    chosen = new Error('no database')
    expect(await spokenBy('tenant', 'good morning C')).toBe('house')
  } finally {
    await server.close()
  }
})
