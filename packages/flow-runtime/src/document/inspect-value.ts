import type { UiText } from '../text.ts'
import { foundWords, same } from './expected-words.ts'
import { isObject } from './is-object.ts'
import { readLimits } from './limits.ts'
import type { ReadReport } from './read-problem.ts'

/** Names that reach an object's prototype in JavaScript. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

const levels = (count: number): UiText => ({ en: `${count} levels`, fr: `${count} niveaux` })
const characters = (count: number): UiText => ({ en: `${count} characters`, fr: `${count} caractères` })
const jsonValue: UiText = { en: 'a JSON value', fr: 'une valeur JSON' }
const nul: UiText = { en: 'a NUL character', fr: 'un caractère NUL' }
const half: UiText = { en: 'half of a surrogate pair', fr: 'une moitié de paire de substitution' }
const wholeText: UiText = { en: 'a text of whole characters', fr: 'un texte fait de caractères entiers' }

/**
 * KEY_FORBIDDEN, TEXT_UNSOUND, TEXT_TOO_LONG (when `strict`), TOO_DEEP, TOO_LARGE, TYPE_WRONG for what JSON does not have.
 * Only looks: nothing is copied or assigned. Ends early, so that a value that contains itself is refused too.
 */
export function inspectValue(value: unknown, strict: boolean, report: ReadReport): void {
  const path: (string | number)[] = []
  let size = 0

  const text = (words: string) => {
    size += words.length
    const found = words.includes('\0') ? nul : /\p{Surrogate}/u.test(words) ? half : undefined
    if (found) report('TEXT_UNSOUND', path, { expected: wholeText, found })
    if (strict && words.length > readLimits.textCharacters) {
      report('TEXT_TOO_LONG', path, { expected: characters(readLimits.textCharacters), found: characters(words.length) })
    }
  }
  const walkIn = (step: string | number, inner: unknown, depth: number) => {
    path.push(step)
    if (typeof step === 'string') {
      text(step)
      if (forbiddenNames.has(step))
        report('KEY_FORBIDDEN', path, { expected: { en: 'another name', fr: 'un autre nom' }, found: same(step) })
    }
    walk(inner, depth)
    path.pop()
  }
  const walk = (inner: unknown, depth: number): void => {
    size++
    if (size > readLimits.characters) return
    if (typeof inner === 'string') text(inner)
    else if (isJsonScalar(inner)) return
    else if (depth > readLimits.depth) report('TOO_DEEP', path, { expected: levels(readLimits.depth), found: levels(depth) })
    else if (Array.isArray(inner)) for (let index = 0; index < inner.length; index++) walkIn(index, inner[index], depth + 1)
    else if (isPlain(inner)) for (const name of Object.keys(inner)) walkIn(name, inner[name], depth + 1)
    else report('TYPE_WRONG', path, { expected: jsonValue, found: foundWords(inner) })
  }

  walk(value, 1)
  if (size <= readLimits.characters) return
  const found = { en: `more than ${readLimits.characters} characters`, fr: `plus de ${readLimits.characters} caractères` }
  report('TOO_LARGE', [], { expected: characters(readLimits.characters), found })
}

/** undefined too: an optional field may be there without a value. */
const isJsonScalar = (value: unknown) => value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean'

function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
