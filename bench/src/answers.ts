import path from 'node:path'
import { type Line, lineFromWav } from '@parley/testing'
import { repositoryRoot } from '@parley/tools'

/** What the caller answers to each kind of question; the second time a day is asked for, another one. */
const files: Record<string, readonly string[]> = {
  intent: ['appointment'],
  date: ['next-tuesday', 'next-thursday'],
  time: ['half-past-three'],
  personName: ['name'],
  yesNo: ['yes'],
  choice: ['first-one'],
}

/** The caller's sentence for a question of that kind, asked for the nth time (from 0); undefined when the caller has no answer to it. */
export async function answerTo(kind: string, nth: number, when: Line['when']): Promise<Line | undefined> {
  const choices = files[kind]
  const name = choices?.[nth % choices.length]
  return name === undefined ? undefined : { name, pcm: await sentence(name), when }
}

/** One of the recorded sentences in bench/fixtures, at the caller's rate. */
export const sentence = (name: string): Promise<Int16Array> => lineFromWav(path.join(repositoryRoot, 'bench/fixtures', `${name}.wav`))
