/** What is being written at the caret: the words so far, and the place of the text that an offer replaces. */
export type Asked = { kind: 'name' | 'form' | 'operator'; words: string; expression: string; start: number; end: number }

/** In a text: a name after `{`, or a form after its `|`; undefined outside braces. */
export function askedInText(text: string, caret: number): Asked | undefined {
  const before = text.slice(0, caret)
  const open = /\{\{?([^{}|\n]*)(\|\s*([A-Za-z]*))?$/.exec(before)
  if (!open) return undefined
  const [all, name = '', bar, form = ''] = open
  const isOpen = bar !== undefined
  const words = isOpen ? form : name.trimStart()
  if (!isOpen && !/^[A-Za-z0-9_.]*$/.test(words)) return undefined
  // What stood there already, to its closing braces, is replaced.
  const rest = /^[A-Za-z0-9_.]* *\}{1,2}/.exec(text.slice(caret))?.[0] ?? ''
  return { kind: isOpen ? 'form' : 'name', words, expression: name.trim(), start: caret - all.length, end: caret + rest.length }
}

/** A text with an offer taken, and where the caret goes on. */
export function takeInText(text: string, { kind, expression, start, end }: Asked, insert: string): { text: string; caret: number } {
  const before = text.slice(0, start)
  const gap = before === '' || /[\s([“«"'’-]$/.test(before) ? '' : ' '
  const filled = `${gap}{{ ${kind === 'form' ? `${expression} | ${insert}` : insert} }}`
  return { text: `${before}${filled}${text.slice(end)}`, caret: start + filled.length }
}

/** In an expression: the name at the caret, or the comparison after a whole name and a space. */
export function askedInExpression(text: string, caret: number): Asked | undefined {
  const before = text.slice(0, caret)
  const quotes = before.replace(/\\"/g, '').split('"').length - 1
  const word = /"?[A-Za-z_][A-Za-z0-9_.]*$/.exec(before)?.[0] ?? (before.endsWith('"') && quotes % 2 === 1 ? '"' : '')
  if (quotes % 2 === 1 && !word.startsWith('"')) return undefined
  if (word === '') {
    const named = /([A-Za-z_][A-Za-z0-9_.]*) $/.exec(before)
    if (named?.[1] && !isWord(named[1])) return { kind: 'operator', words: '', expression: named[1], start: caret, end: caret }
    if (before !== '' && !/[\s(,!]$/.test(before)) return undefined
  }
  const tail = /^[A-Za-z0-9_.]*"?/.exec(text.slice(caret))?.[0] ?? ''
  const end = caret + (word.startsWith('"') ? tail.length : tail.replace('"', '').length)
  return { kind: 'name', words: word, expression: word, start: caret - word.length, end }
}

const isWord = (name: string) => ['in', 'true', 'false', 'null'].includes(name)

export function takeInExpression(text: string, { start, end }: Asked, insert: string): { text: string; caret: number } {
  return { text: `${text.slice(0, start)}${insert}${text.slice(end)}`, caret: start + insert.length }
}
