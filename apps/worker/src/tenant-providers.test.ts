import { createAddressGuard } from '@parley/net-guard'
import pino from 'pino'
import { expect, test } from 'vitest'
import { type SpeechProvider, sharedSpeech } from './speech/providers.ts'
import { spokenLine, startStandIn } from './speech/stand-in.ts'
import { createProvidersFor } from './tenant-providers.ts'
import { createModels } from './understanding-for.ts'

const hearing: SpeechProvider = {
  id: 'local',
  kind: 'recognition',
  vendor: 'local',
  apiKey: '',
  languages: [],
  settings: { url: 'http://127.0.0.1:9' },
}
const voice = (id: string, settings: SpeechProvider['settings']) => ({
  id,
  kind: 'synthesis' as const,
  vendor: 'elevenlabs' as const,
  apiKey: 'key',
  languages: [],
  settings,
})

test('a tenant speaks with its own providers first, with new ones from the next call on, and with the installation’s when its own cannot be read', async () => {
  const server = await startStandIn({ speak: (response) => response.end(spokenLine('good morning')) })
  try {
    let chosen: ReturnType<typeof voice>[] | Error = [voice('own', { url: server.url, voiceId: 'anna' })]
    const shared = sharedSpeech()
    const providersFor = createProvidersFor({
      installed: { speech: [voice('installation', { url: server.url, voiceId: 'house' }), hearing], models: [] },
      modelsOf: createModels(shared.circuits),
      shared,
      chosenBy: async () => {
        if (chosen instanceof Error) throw chosen
        return chosen
      },
      guard: createAddressGuard({ loopback: true }),
      logger: pino({ level: 'silent' }),
    })
    const spokenBy = async (tenantId: string, text: string) => {
      const { synthesiser } = (await providersFor(tenantId)).speech
      for await (const _ of synthesiser.synthesise({ text, language: 'en', sampleRate: 24_000 }));
      return server.requests.at(-1)?.pathname.split('/')[3]
    }
    expect(await spokenBy('tenant', 'good morning A')).toBe('anna')
    expect(await providersFor('tenant')).toBe(await providersFor('tenant'))
    chosen = [voice('own', { url: server.url, voiceId: 'bert' })]
    expect(await spokenBy('tenant', 'good morning B')).toBe('bert')
    chosen = new Error('no database')
    expect(await spokenBy('tenant', 'good morning C')).toBe('house')
  } finally {
    await server.close()
  }
})

test('an address that leads into the installation’s own network is not called: the next provider is', async () => {
  const server = await startStandIn({ speak: (response) => response.end(spokenLine('good morning')) })
  try {
    const shared = sharedSpeech()
    const refused = ['https://127.0.0.1', 'https://[::ffff:10.0.0.1]', 'https://inside.example', server.url]
    const logged: string[] = []
    const providersFor = createProvidersFor({
      installed: { speech: [voice('installation', { url: server.url, voiceId: 'house' }), hearing], models: [] },
      modelsOf: createModels(shared.circuits),
      shared,
      chosenBy: async () => refused.map((url, i) => voice(`own-${i}`, { url, voiceId: 'anna' })),
      guard: createAddressGuard({ loopback: false, resolve: async () => [{ address: '169.254.169.254', family: 4 }] }),
      logger: pino({}, { write: (line: string) => void logged.push(JSON.parse(line).reason) }),
    })
    const { synthesiser } = (await providersFor('tenant')).speech
    for await (const _ of synthesiser.synthesise({ text: 'good morning D', language: 'en', sampleRate: 24_000 }));
    expect(server.requests.map(({ pathname }) => pathname.split('/')[3])).toEqual(['house'])
    expect(logged.sort()).toEqual(['NOT_HTTPS', 'PRIVATE_ADDRESS', 'PRIVATE_ADDRESS', 'PRIVATE_ADDRESS'])
  } finally {
    await server.close()
  }
})
