import type { Catalogue } from '../../i18n/catalogue.ts'
import { typeset } from '../../i18n/typeset.ts'
import { errorSentence } from '../../trpc/error-code.ts'
import type { FileFault } from './import-news.ts'

/** Why a row of a file became no lead. */
export function problemSentence(reason: string, text: Catalogue): string {
  const sentences: Record<string, string | undefined> = text.leadImport.problems
  return sentences[reason] ?? reason
}

/** Why a file was not taken, with its place in the file where one is known. */
export function faultSentence({ code, row, column }: FileFault, text: Catalogue): string {
  const sentences: Record<string, string | undefined> = text.leadImport.faults
  const sentence = sentences[code] ?? errorSentence(text, code)
  const place = row === undefined ? (column === undefined ? '' : text.leadImport.atColumn(column)) : text.leadImport.at(row, column ?? 1)
  return typeset([place, sentence].filter(Boolean).join(' '))
}
