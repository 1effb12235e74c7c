import { z } from 'zod'

const column = z.int().nonnegative()
export const variableType = z.enum(['text', 'number', 'date', 'boolean'])
export type VariableType = z.output<typeof variableType>

/** Which column (from 0) is what. Columns that are named nowhere are left out. */
export const columnMapping = z.strictObject({
  phone: column,
  name: column.optional(),
  /** IANA names. */
  timeZone: column.optional(),
  /** Two letters. */
  country: column.optional(),
  variables: z.array(z.strictObject({ column, name: z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/), type: variableType })).max(100),
})
export type ColumnMapping = z.output<typeof columnMapping>

const names = {
  phone:
    /^(phone|telephone|tel|mobile|cell|cellphone|portable|gsm|number|numero|msisdn)( ?(phone|number|no|nr|mobile|fixe|portable))*$|^(numero de )?(telephone|portable|mobile)$/,
  name: /^(full |customer |contact )?name$|^nom( complet| et prenom)?$|^(contact|client|customer|prenom nom)$/,
  timeZone: /^(time ?zone|tz|fuseau( horaire)?|zone horaire)$/,
  country: /^(country|pays|country code|code pays)$/,
} as const

/** A mapping to start from, by the names of the columns (English or French) and what stands in them; `phone` is undefined when no column looks like one. */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Omit<ColumnMapping, 'phone'> & { phone?: number } {
  const plain = header.map(plainName)
  const find = (pattern: RegExp) => {
    const index = plain.findIndex((name) => pattern.test(name))
    return index < 0 ? undefined : index
  }
  const found = {
    phone: find(names.phone) ?? phoneColumn(rows),
    name: find(names.name),
    timeZone: find(names.timeZone),
    country: find(names.country),
  }
  const taken = new Set(Object.values(found))
  const used = new Set<string>()
  const variables = header.flatMap((title, index) => {
    if (taken.has(index)) return []
    const name = unusedName(variableName(title, index), used)
    return [{ column: index, name, type: typeOf(rows.flatMap((cells) => cells[index]?.trim() || [])) }]
  })
  return { ...found, variables }
}

const plainName = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function phoneColumn(rows: readonly (readonly string[])[]): number | undefined {
  const index = rows[0]?.findIndex((_, column) => rows.every((cells) => /^\+?[\d ().-]{8,20}$/.test(cells[column]?.trim() ?? '')))
  return index === undefined || index < 0 ? undefined : index
}

function variableName(title: string, index: number): string {
  const [first = '', ...others] = plainName(title).split(' ')
  const name = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[a-z]/.test(name) ? name.slice(0, 60) : `column${index + 1}`
}

function unusedName(name: string, used: Set<string>): string {
  let free = name
  for (let count = 2; used.has(free); count += 1) free = `${name}${count}`
  used.add(free)
  return free
}

function typeOf(values: readonly string[]): VariableType {
  if (values.length === 0) return 'text'
  // A leading zero belongs to a code, not to a number.
  if (values.every((value) => /^-?(0|[1-9]\d{0,14})([.,]\d+)?$/.test(value))) return 'number'
  if (values.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(value))) return 'date'
  return values.every((value) => /^(true|false|yes|no|oui|non|vrai|faux)$/i.test(value)) ? 'boolean' : 'text'
}
