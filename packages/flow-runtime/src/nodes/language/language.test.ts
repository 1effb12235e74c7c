import { describe, expect, test } from 'vitest'
import { drawn, meant, scenario, slots } from '../../scenario.ts'

const variables = [{ name: 'day', type: 'date' as const }]

describe('language', () => {
  const both = (en: string, fr: string) => ({ en, fr })
  const head = {
    languages: ['en' as const, 'fr' as const],
    variables,
    intents: [{ name: 'french', samples: { en: ['in french'], fr: ['en français'] } }],
  }
  const nodes = {
    askDay: ['ask', { variable: 'day', question: both('Which day?', 'Quel jour ?') }, { done: 'bye' }],
    french: ['anywhere', { intents: ['french'] }, { next: 'switch' }],
    switch: ['language', { to: 'fr', text: both('', 'Très bien.') }, { next: 'french' }],
    bye: ['end', { text: both('Bye.', 'Au revoir.') }],
  } satisfies Parameters<typeof drawn>[0]

  test('switches recognition, voice and texts together, and the open question is put in the new one', () => {
    const call = scenario(drawn(nodes, head)).spoken().says('in french please', meant('french'))
    expect(call.effects()).toMatchObject([
      { type: 'setLanguage', to: 'fr' },
      { type: 'say', text: 'Très bien.', language: 'fr' },
    ])
    call.spoken()
    expect(call.effects()).toMatchObject([
      { type: 'say', text: 'Quel jour ?', language: 'fr' },
      { type: 'listen', language: 'fr' },
    ])
  })

  test('is followed when the contact is surely heard in another of the flow’s languages, and understood again in it', () => {
    const follows = scenario(drawn(nodes, { ...head, settings: { followLanguage: true } })).spoken()
    follows.says('plutôt mardi prochain', { language: 'fr' })
    expect(follows.effects()).toMatchObject([
      { type: 'setLanguage', to: 'fr' },
      { type: 'understand', request: { language: 'fr' } },
    ])
    expect(follows.understood({ ...slots({ day: '2026-11-24' }), language: 'fr' }).words()).toBe('Au revoir.')
    const stays = scenario(drawn(nodes, head)).spoken().says('plutôt mardi prochain', { language: 'fr' })
    expect(stays.state().language).toBe('en')
  })

  test('flips at most once a turn', () => {
    const call = scenario(drawn(nodes, { ...head, settings: { followLanguage: true } })).spoken()
    call.says('well plutôt mardi', { language: 'fr' }).understood({ language: 'en' })
    expect(call.state()).toMatchObject({ language: 'fr', at: 'askDay' })
  })

  test('after a wish said in the other language, the open question is put in that one', () => {
    const call = scenario(drawn(nodes, { ...head, settings: { followLanguage: true } })).spoken()
    call.says('en français s’il vous plaît', { language: 'fr' }).understood({ ...meant('french'), language: 'fr' })
    expect(call.effects()).toMatchObject([
      { type: 'say', text: 'Quel jour ?', language: 'fr' },
      { type: 'listen', language: 'fr' },
    ])
  })

  test('starts as the call’s facts say', () => {
    expect(scenario(drawn(nodes, head), { language: 'fr' }).words()).toBe('Quel jour ?')
  })
})
