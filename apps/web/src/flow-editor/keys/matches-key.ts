type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>

/** Whether a key event is the key written as `mod+shift+z`. */
export function matchesKey(event: Pressed, written: string): boolean {
  const parts = written.split('+')
  const key = written.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  // Shift is how some keyboards reach a sign: it counts with letters and named keys only.
  const shiftCounts = /^[a-z]$/.test(key) || key.length > 1
  if ((event.metaKey || event.ctrlKey) !== wants('mod') || event.altKey !== wants('alt')) return false
  if (shiftCounts && event.shiftKey !== wants('shift')) return false
  // Alt turns letters into other signs on a Mac: there the place of the key counts.
  return event.key.toLowerCase() === key || (wants('alt') && event.code === `Key${key.toUpperCase()}`)
}
