import type { SharedCatalogue } from '../../i18n/en-shared.ts'

/** True where ⌘ is the key for commands. */
const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A key of the table as it is written on the keyboard: `⇧ ⌘ Z`, `Ctrl Maj Z`. */
export function keyCaps(t: SharedCatalogue, written: string, mac = isMac()): string {
  const names: Record<string, string | undefined> = t.canvasEdit.keyNames
  const signs: Record<string, string | undefined> = mac ? { mod: '⌘', shift: '⇧', alt: '⌥' } : {}
  const parts = written.endsWith('+') ? ['+'] : written.split('+')
  return parts.map((part) => signs[part] ?? names[part] ?? part.toUpperCase()).join(' ')
}
