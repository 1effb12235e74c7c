import type { GenerateRequest } from '@parley/flow-runtime'
import { spokenText } from '@parley/flow-runtime/spoken-text'
import { createClauseCutter } from './clauses.ts'
import { createGuard } from './guard.ts'

export type Reply = {
  /** The whole text as far as it is written, and the values known by now. */
  write(text: string, values: unknown): void
  /** The text is over; an unfinished last clause is dropped when it was cut off. */
  end(cutOff: boolean): void
  /** What was given to be said, joined. */
  said(): string
  /** A clause was refused before anything was said: better ask again than say so. */
  refusedFirst(): boolean
  notes(): string[]
}

/** Turns the text of a model into clauses that may and can be said, while it is still being written. */
export function createReply(request: GenerateRequest, onClause: (clause: string) => void, mayRefuse: boolean): Reply {
  const { language, speaking } = request
  const cutter = createClauseCutter(language)
  const guard = createGuard(request)
  const notes = new Set<string>()
  const clauses: string[] = []
  let written = 0
  let length = 0
  let knows = ''
  let saysInstead = false
  let refusedFirst = false
  let isFull = false

  function say(clause: string) {
    if (clause === '' || isFull) return
    if (length > 0 && length + clause.length > speaking.longest) {
      isFull = true
      notes.add('REPLY_SHORTENED')
      return
    }
    const fits = clause.length > speaking.longest ? `${clause.slice(0, clause.lastIndexOf(' ', speaking.longest - 1))}.` : clause
    if (fits !== clause) notes.add('REPLY_SHORTENED')
    length += fits.length + 1
    clauses.push(fits)
    onClause(fits)
  }

  function take(raw: string) {
    if (refusedFirst) return
    const refused = guard.refuses(raw)
    if (!refused) return say(spokenText(raw, language))
    notes.add('REPLY_UNFOUNDED')
    if (clauses.length === 0 && mayRefuse) refusedFirst = true
    else if (!saysInstead) {
      saysInstead = true
      say(speaking.instead)
    }
  }

  return {
    write(text, values) {
      const found = JSON.stringify(values ?? [])
      if (found !== knows) guard.know(found)
      knows = found
      const added = text.slice(written)
      written = text.length
      for (const clause of cutter.add(added)) take(clause)
    },
    end(cutOff) {
      const last = cutter.end()
      if (!cutOff) for (const clause of last) take(clause)
      else notes.add('REPLY_CUT_OFF')
    },
    said: () => clauses.join(' '),
    refusedFirst: () => refusedFirst,
    notes: () => [...notes],
  }
}
