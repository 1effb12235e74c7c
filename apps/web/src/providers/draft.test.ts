import { describe, expect, it } from 'vitest'
import { draftOf, inputOf, newDraft, withPreset } from './draft.ts'
import type { ListedProvider } from './listed-provider.ts'
import { type Preset, presetOf, presets } from './presets.ts'

const named = (preset: Preset) => preset.name ?? 'Embedded'
const preset = (id: string): Preset => presets.find((one) => one.id === id) ?? presetOf({ kind: 'model', vendor: 'openai', settings: {} })
const stored: ListedProvider = {
  ...{ id: 'p', kind: 'model', vendor: 'openai', name: 'Ours', languages: ['fr'], enabled: false, updatedAt: new Date(0), health: null },
  ...{ hasKey: true, isKeyReadable: true, keyTail: 'abcd', settings: { url: 'https://llm.example/v1', model: 'm', region: 'eu' } },
}

describe('the form of a provider', () => {
  it('starts from what the vendor suggests', () => {
    expect(inputOf(newDraft(preset('groq'), 'Groq'))).toEqual({
      ...{ kind: 'model', vendor: 'openai', name: 'Groq', languages: [], enabled: true },
      settings: { url: 'https://api.groq.com/openai/v1', model: 'llama-3.3-70b-versatile' },
    })
  })

  it('gives back what was stored, without a key unless one is typed', () => {
    const { apiKey, ...input } = inputOf(draftOf(stored))
    expect(apiKey).toBeUndefined()
    expect(input).toEqual({
      ...{ id: 'p', kind: 'model', vendor: 'openai', name: 'Ours', languages: ['fr'], enabled: false },
      settings: { url: 'https://llm.example/v1', model: 'm', region: 'eu' },
    })
    expect(inputOf({ ...draftOf(stored), apiKey: ' new ' }).apiKey).toBe('new')
  })

  it('takes the suggestions of another vendor, keeps a name that was typed and forgets the key', () => {
    const draft = { ...newDraft(preset('openai'), 'OpenAI'), apiKey: 'secret' }
    expect(withPreset(draft, preset('gemini'), named)).toMatchObject({ name: 'Google Gemini', apiKey: '', model: 'gemini-2.5-flash' })
    expect(withPreset({ ...draft, name: 'Main' }, preset('gemini'), named).name).toBe('Main')
  })

  it('knows a stored provider by its address', () => {
    expect(presetOf({ kind: 'model', vendor: 'openai', settings: {} }).id).toBe('openai')
    expect(presetOf({ kind: 'model', vendor: 'openai', settings: { url: 'https://api.mistral.ai/v1' } }).id).toBe('mistral')
    expect(presetOf(stored).id).toBe('compatible')
    expect(presetOf({ kind: 'recognition', vendor: 'deepgram', settings: { url: 'https://api.eu.deepgram.com' } }).id).toBe('deepgram')
    expect(presetOf({ kind: 'synthesis', vendor: 'azure', settings: {} }).name).toBe('azure')
  })
})
