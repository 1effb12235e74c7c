import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../i18n/en.ts'
import { keyCaps } from './key-caps.ts'
import { keyTable } from './key-table.ts'
import { matchesKey } from './matches-key.ts'

const pressed = (key: string, held: Partial<Record<'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}, code = '') => ({
  ...{ key, code, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false },
  ...held,
})

describe('the keys', () => {
  it('are told apart by what is held', () => {
    expect(matchesKey(pressed('z', { ctrlKey: true }), 'mod+z')).toBe(true)
    expect(matchesKey(pressed('Z', { metaKey: true, shiftKey: true }), 'mod+z')).toBe(false)
    expect(matchesKey(pressed('Z', { metaKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true)
    expect(matchesKey(pressed('c'), 'mod+c')).toBe(false)
    expect(matchesKey(pressed('?', { shiftKey: true }), '?')).toBe(true)
    expect(matchesKey(pressed('+', { shiftKey: true }), '+')).toBe(true)
    expect(matchesKey(pressed('ArrowUp', { shiftKey: true }), 'arrowup')).toBe(false)
    // On a Mac, ⌥ H is another sign.
    expect(matchesKey(pressed('˙', { altKey: true }, 'KeyH'), 'alt+h')).toBe(true)
  })

  it('mean one act each, and are written as on the keyboard', () => {
    const keys = keyTable.flatMap((row): readonly string[] => row.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keyCaps(en, 'mod+shift+z', false)).toBe('Ctrl Shift Z')
    expect(keyCaps(en, 'mod+shift+z', true)).toBe('⌘ ⇧ Z')
    expect(keyCaps(en, '+', false)).toBe('+')
  })

  it('stand in the guide, each with its act', () => {
    const page = readFileSync(new URL('../../../../../docs/guide/6-keys.md', import.meta.url), 'utf8').replace(/ +/g, ' ')
    const rows = keyTable.map(
      ({ act, keys }) => `| ${en.canvasEdit.acts[act]} | ${keys.map((key) => `\`${keyCaps(en, key, false)}\``).join(' or ')} |`,
    )
    expect(rows.filter((row) => !page.includes(row))).toEqual([])
    expect(page.match(/^\| .*`/gm)).toHaveLength(rows.length)
  })
})
