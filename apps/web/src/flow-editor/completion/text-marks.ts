import { compile, type ExpressionProblem, type VariableDeclaration } from '@parley/flow-runtime'
import { nearest, templateProblems, textParts } from '@parley/flow-runtime/authoring'

/** A piece of a text as it is drawn behind it. `value`: something is filled in; `wrong`: nothing can be. */
export type TextMark = { words: string; kind: 'words' | 'value' | 'wrong' }
/** What is wrong in a text, and where; `better` is the known name it most likely stands for. */
export type TextFault = {
  name: string
  start: number
  end: number
  reason: ExpressionProblem['reason'] | 'braces' | 'form'
  better?: string
}

/** A text in pieces, and what is wrong with what it fills in. */
export function textMarks(
  text: string,
  variables: readonly VariableDeclaration[],
  names: readonly string[],
): { marks: TextMark[]; faults: TextFault[] } {
  const faults: TextFault[] = templateProblems(text).map(({ kind, words, start, end }) => {
    return { name: words, start, end, reason: kind === 'unknownFormat' ? 'form' : 'braces' }
  })
  const marks: TextMark[] = []
  let at = 0
  for (const part of textParts(text)) {
    if ('words' in part) marks.push({ words: part.words, kind: 'words' })
    else if ('problem' in part) marks.push({ words: part.problem.words, kind: 'wrong' })
    else {
      const end = text.indexOf('}}', part.start) + 2
      const compiled = compile(variables, part.expression)
      marks.push({ words: text.slice(at, end), kind: compiled.ok && part.badFormat === undefined ? 'value' : 'wrong' })
      if (!compiled.ok) faults.push(faultIn(compiled.problem, text.indexOf(part.expression, part.start), names))
    }
    at += marks.at(-1)?.words.length ?? 0
  }
  return { marks, faults }
}

/** A problem of an expression that stands at `offset` of a longer text. */
export function faultIn({ reason, name, start, end }: ExpressionProblem, offset: number, names: readonly string[]): TextFault {
  const better = reason === 'unknownName' ? nearest(name, names) : undefined
  return { name, start: offset + start, end: offset + end, reason, ...(better ? { better } : {}) }
}

/** A text with a fault put right by the better name. */
export const withBetter = (text: string, { start, end, better = '' }: TextFault) => `${text.slice(0, start)}${better}${text.slice(end)}`
