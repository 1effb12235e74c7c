import path from 'node:path'
import { type Line, lineFromWav } from '@parley/testing'
import { repositoryRoot } from '@parley/tools'

/** What the caller answers to each kind of question; asked again, something else where there is something else to say. */
const files: Record<string, readonly string[]> = {
  intent: ['book-appointment'],
  date: ['tuesday', 'tomorrow'],
  time: ['three-in-the-afternoon', 'ten-in-the-morning'],
  personName: ['john-smith'],
  yesNo: ['yes'],
  choice: ['the-first-one'],
}

/** The caller's sentence for a question of that kind, asked for the nth time (from 0); undefined when the caller has no answer to it. */
export async function answerTo(kind: string, nth: number, when: Line['when']): Promise<Line | undefined> {
  const choices = files[kind]
  const name = choices?.[nth % choices.length]
  return name === undefined ? undefined : { name, pcm: await sentence(name), when }
}

/** One of the recorded sentences in e2e/fixtures, at the caller's rate. */
const sentence = (name: string): Promise<Int16Array> => lineFromWav(path.join(repositoryRoot, 'e2e/fixtures', `${name}.wav`))
