import { textParts } from '../text-template.ts'
import { renameInExpression } from './rename-in-expression.ts'

/** A text after a variable got another name: its expressions follow, its words and formats stay. */
export function renameInTemplate(template: string, from: string, to: string): string {
  let renamed = ''
  let done = 0
  for (const part of textParts(template)) {
    if (!('expression' in part) || part.expression === '') continue
    const start = template.indexOf(part.expression, part.start + 2)
    renamed += template.slice(done, start) + renameInExpression(part.expression, from, to)
    done = start + part.expression.length
  }
  return renamed + template.slice(done)
}
