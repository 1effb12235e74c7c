import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { useSpeechServer } from '../start-for-tests.ts'

const server = useSpeechServer()
const choices = ['the first one', 'the second one', 'neither']
const intents = ['I want to book an appointment', 'cancel my appointment', 'what are your opening hours', 'I want to talk to a person']

/** Every recorded caller sentence of the end-to-end tests, under each expectation it is used with. */
it.each([
  ['book-appointment', 'intent', 'i would like to book an appointment'],
  ['talk-to-a-person', 'intent', 'i want to talk to a person'],
  ['talk-to-a-person', 'date', 'i want to talk to a person'],
  ['tomorrow', 'date', 'tomorrow'],
  ['tuesday', 'date', 'tuesday'],
  ['three-in-the-afternoon', 'time', 'at three in the afternoon'],
  ['ten-in-the-morning', 'time', 'ten in the morning'],
  ['john-smith', 'personName', 'my name is john smith'],
  ['yes', 'yesNo', 'yes please'],
  ['no', 'yesNo', 'no thank you'],
  ['the-first-one', 'choice', 'the first one'],
])('hears %s.wav as %s', async (name, kind, transcript) => {
  const query = new URLSearchParams({ extra: `expect:${kind}` })
  const hints = kind === 'intent' ? intents : kind === 'choice' ? choices : []
  for (const hint of hints) query.append('keyterm', hint)
  const body = await readFile(new URL(`../../../../e2e/fixtures/${name}.wav`, import.meta.url))
  const answer = await fetch(`${server.url()}/v1/listen?${query}`, { method: 'POST', headers: { authorization: 'Token test' }, body })
  expect(await answer.json()).toMatchObject({ results: { channels: [{ alternatives: [{ transcript }] }] } })
})
