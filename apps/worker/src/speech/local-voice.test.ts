import { expect, test } from 'vitest'
import { localVoice } from './local-voice.ts'

test('the wanted voice speaks its own language only', () => {
  expect(localVoice({ language: 'en', voiceId: 'en-gb' })).toBe('en-gb')
  expect(localVoice({ language: 'fr', voiceId: 'en-gb' })).toBe('fr')
  expect(localVoice({ language: 'fr', voiceId: 'fr-be' })).toBe('fr-be')
  expect(localVoice({ language: 'en', voiceId: '21m00Tcm4TlvDq8ikWAM' })).toBe('en-us')
  expect(localVoice({ language: 'en' })).toBe('en-us')
})
