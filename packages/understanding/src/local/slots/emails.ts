import type { Candidate } from './candidate.ts'
import type { Utterance } from './utterance.ts'

const marks: Readonly<Record<string, string>> = {
  dot: '.',
  point: '.',
  period: '.',
  underscore: '_',
  dash: '-',
  hyphen: '-',
  minus: '-',
  plus: '+',
}
const notInAddress = new Set([
  'is',
  "it's",
  'its',
  'my',
  'email',
  'e-mail',
  'mail',
  'address',
  'to',
  'me',
  'at',
  'yes',
  'yeah',
  'sure',
  'the',
  'and',
  'send',
  'use',
  'please',
  'ok',
  'okay',
  'that',
  "that's",
  'would',
  'be',
  'so',
  'on',
  'reach',
  'can',
  'you',
  'i',
  'am',
  "i'm",
])
const nameWords = 4

/** Email addresses, typed or spoken ("john dot smith at example dot com"). */
export function findEmails({ tokens }: Utterance): Candidate<string>[] {
  const typed = tokens.flatMap((token): Candidate<string>[] =>
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(token.text)
      ? [{ value: token.text, confidence: 0.97, start: token.start, end: token.start + token.text.length }]
      : [],
  )
  if (typed.length > 0) return typed
  const words = tokens.map((token) => token.text)
  return words.flatMap((word, at): Candidate<string>[] => {
    if (word !== 'at' && word !== '@') return []
    const left = nameBefore(words, at)
    const right = domainAfter(words, at + 1)
    const [first, last] = [tokens[left.from], tokens[right.to - 1]]
    if (!left.text || !right.text || !first || !last) return []
    return [{ value: `${left.text}@${right.text}`, confidence: 0.88, start: first.start, end: last.start + last.text.length }]
  })
}

function nameBefore(words: readonly string[], at: number): { text: string; from: number } {
  let from = at
  let plain = 0
  while (from > 0 && at - from < 40) {
    const word = words[from - 1] ?? ''
    if (notInAddress.has(word) || !/^[\w.+-]+$/.test(word)) break
    if (word.length > 1 && !marks[word] && !/^\d+$/.test(word) && ++plain > nameWords) break
    from--
  }
  const text = words
    .slice(from, at)
    .map((word) => marks[word] ?? word)
    .join('')
    .replace(/^[.+-]+|[.+-]+$/g, '')
  return { text, from }
}

function domainAfter(words: readonly string[], from: number): { text: string; to: number } {
  let to = from
  let text = ''
  while (to < words.length && to - from < 12) {
    const word = words[to] ?? ''
    const mark = marks[word]
    if (text !== '' && !mark && !/[.-]$/.test(text) && !/^[a-z0-9]$/.test(word) && /\.[a-z]{2,}$/.test(text)) break
    text += mark ?? word
    to++
  }
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(text) ? { text, to } : { text: '', to }
}
