import { describe, expect, it } from 'vitest'
import { catalogues } from './catalogue.ts'
import { chooseLocale } from './locale.ts'

/** Every sentence by its path; functions are called with plausible values. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('2', 'x'))]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`))
}

describe('the catalogue', () => {
  it('has the same sentences in every language, none of them empty', () => {
    const en = sentences(catalogues.en)
    const fr = sentences(catalogues.fr)
    expect(fr.map(([path]) => path).sort()).toEqual(en.map(([path]) => path).sort())
    expect([...en, ...fr].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  it('takes the chosen language, else the first wanted one it has, else English', () => {
    expect(chooseLocale('fr', 'en')).toBe('fr')
    expect(chooseLocale(undefined, 'de-DE,fr;q=0.8,en;q=0.9')).toBe('en')
    expect(chooseLocale(undefined, 'fr-CA')).toBe('fr')
    expect(chooseLocale('xx', null)).toBe('en')
    expect(chooseLocale(undefined, 'fr;q=0')).toBe('en')
  })
})
