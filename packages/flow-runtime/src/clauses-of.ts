/** Where a clause ends: marks that are followed by a space, with the quotes and brackets that close behind them (in French after a space). */
const border = /[,;:.!?…]+(?:[  ]?»|["”')\]])*(?=\s)/g
/** A full stop after these, a single letter or a number ends nothing: "Dr. Smith", "J. Martin", "no. 4". */
const abbreviated = /(?:^|[\s(«"“])(?:mr|mrs|ms|dr|prof|st|no|vs|approx|ext|mme|mlle|pr|tél|av|bd|n°|\p{L}|\d+)\.$/iu

/** The clauses of a text as places in it, without the space between them: where a speaker may pause. All of them together are the whole text. */
export function clausesOf(text: string): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = []
  let start = text.length - text.trimStart().length
  const last = text.trimEnd().length
  for (const { 0: marks, index } of text.matchAll(border)) {
    const end = index + marks.length
    if (end >= last || !/[\p{L}\p{N}\uE000]/u.test(text.slice(start, end)) || abbreviated.test(text.slice(start, end))) continue
    clauses.push({ start, end })
    start = end + (text.slice(end).length - text.slice(end).trimStart().length)
  }
  if (start < last) clauses.push({ start, end: last })
  return clauses
}
