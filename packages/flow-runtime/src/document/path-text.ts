export type Path = readonly (string | number)[]

/** A place in a document as a person writes it: `nodes[3].data.maxTries`; '' is the whole document. */
export function pathText(path: Path): string {
  return path.map(stepText).join('').replace(/^\./, '')
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(short(step))}]`
}

/** Cut where a whole text would only fill the screen; no half of a character is left. */
export const short = (text: string, length = 60) =>
  text.length > length ? `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…` : text
