import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnMapping } from './column-mapping.ts'
import { previewFile } from './preview-file.ts'
import { readLeads } from './read-leads.ts'
import { readRows } from './read-rows.ts'
import { separators } from './separator.ts'
import type { OpenFile } from './text-encoding.ts'
import type { ImportedLead, RefusedRow } from './to-lead.ts'
import { byteOrderMark, writeRow } from './write-rows.ts'

/** In small pieces, so that characters and quotes are cut. */
const file = (bytes: Uint8Array, piece = 7): OpenFile =>
  async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
const text = (content: string) => file(new TextEncoder().encode(content))

async function leadsOf(open: OpenFile, defaultCountry?: string) {
  const { format, mapping } = await previewFile(open)
  const leads: ImportedLead[] = []
  const refused: RefusedRow[] = []
  for await (const batch of readLeads(open, format, columnMapping.parse(mapping), defaultCountry)) {
    leads.push(...batch.leads)
    refused.push(...batch.refused)
  }
  return { leads, refused }
}

const utf16 = (content: string, bigEndian: boolean) => {
  const bytes = Buffer.from(content, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}
const french = 'Nom;Téléphone\r\nHélène Müller;06 12 34 56 78\r\n'
test.each([
  ['UTF-8', 'utf-8', new TextEncoder().encode(french)],
  ['UTF-8 with a mark', 'utf-8', new TextEncoder().encode(`\ufeff${french}`)],
  ['UTF-16 of Windows', 'utf-16le', utf16(`\ufeff${french}`, false)],
  ['UTF-16 big-endian', 'utf-16be', utf16(`\ufeff${french}`, true)],
  ['UTF-16 without a mark', 'utf-16le', utf16(french, false)],
  ['Windows-1252', 'windows-1252', new Uint8Array(Buffer.from(french, 'latin1'))],
])('%s is read', async (_, encoding, bytes) => {
  const open = file(bytes, 1_001)
  expect(await previewFile(open)).toMatchObject({
    format: { encoding, separator: ';' },
    header: ['Nom', 'Téléphone'],
    mapping: { phone: 1, name: 0 },
  })
  expect((await leadsOf(open, 'FR')).leads).toEqual([
    { row: 2, phone: '+33612345678', name: 'Hélène Müller', country: 'FR', zones: ['Europe/Paris'], variables: {} },
  ])
})

test('columns become what their names and values say', async () => {
  const open = text(
    'Full name,Mobile phone,Time zone,Balance due,Ref,Seen on,VIP\nAda,+12125550123,America/Chicago,12.5,007,2026-02-01,yes\n',
  )
  expect((await previewFile(open)).mapping.variables.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'balanceDue number',
    'ref text',
    'seenOn date',
    'vip boolean',
  ])
  expect((await leadsOf(open)).leads[0]).toMatchObject({
    zones: ['America/Chicago'],
    variables: { balanceDue: 12.5, ref: '007', seenOn: '2026-02-01', vip: true },
  })
})

test('a row that is no lead is named with its row, column and reason; the others go on', async () => {
  const rows = [
    'tel,zone horaire,montant',
    '0612345678,,1',
    '',
    '06 12 34 56 78,,1',
    '12,,1',
    ',,1',
    '+33612345679,Mars/Base,1',
    '+33612345680,',
    '+33612345681,,,',
    '+33612345682,,many',
    '+33612345683,Europe/Paris,2',
  ]
  const open = text(rows.join('\n').replaceAll('many', 'x1'))
  const { format } = await previewFile(open)
  const mapping = columnMapping.parse({ phone: 0, timeZone: 1, variables: [{ column: 2, name: 'amount', type: 'number' }] })
  const all = []
  for await (const batch of readLeads(open, format, mapping, 'FR')) all.push(batch)
  expect(all.flatMap(({ refused }) => refused)).toEqual([
    { row: 4, column: 1, reason: 'duplicateInFile' },
    { row: 5, column: 1, reason: 'invalid' },
    { row: 6, column: 1, reason: 'empty' },
    { row: 7, column: 2, reason: 'unknownTimeZone' },
    { row: 8, column: 3, reason: 'columnCount' },
    { row: 9, column: 4, reason: 'columnCount' },
    { row: 10, column: 3, reason: 'notOfItsType' },
  ])
  expect(all.flatMap(({ leads }) => leads.map(({ row }) => row))).toEqual([2, 11])
})

describe('a file that cannot be read is refused as a whole', () => {
  test.each([
    ['is empty', '', { code: 'FILE_EMPTY' }],
    ['has a quotation mark that is never closed', 'phone,name\n+33612345678,"Ada\n', { code: 'QUOTE_NOT_CLOSED', row: 2 }],
    [
      'has a cell of 10 MB',
      `phone,note\n+33612345678,x\n+33612345679,${'x'.repeat(10_000_000)}\n`,
      { code: 'CELL_TOO_LONG', row: 3, column: 2 },
    ],
  ])('when it %s', async (_, content, expected) => {
    await expect(leadsOf(file(new TextEncoder().encode(content), 64_000))).rejects.toMatchObject(expected)
  })

  test('when a column of the mapping is not there', async () => {
    const leads = readLeads(text('phone\n+33612345678\n'), { encoding: 'utf-8', separator: ',' }, { phone: 4, variables: [] })
    await expect(leads.next()).rejects.toMatchObject({ code: 'COLUMN_MISSING', column: 5 })
  })
})

test('whatever is written is read again, with every separator; what a spreadsheet would run is text', async () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '=', ' ', 'é', "'", '+', '1', '|') }), {
    minLength: 2,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 5 }), async (rows) => {
      const written = rows.map((row) => writeRow(['x', ...row])).join('')
      const read: string[][] = []
      for await (const row of readRows(text(byteOrderMark + written), { encoding: 'utf-8', separator: ',' })) read.push(row.cells)
      expect(read.map((row) => row.slice(1).map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
      )
      for (const cell of read.flat()) expect(/^\s*[=+\-@\t\r]/.test(cell) && !/^[+-]\d+$/.test(cell)).toBe(false)
    }),
    { numRuns: 50 },
  )
  for (const separator of separators) {
    const open = text(`name${separator}phone\n"a${separator}b"${separator}+33612345678\n`)
    expect(await previewFile(open)).toMatchObject({ format: { separator }, rows: [[`a${separator}b`, '+33612345678']] })
  }
})

test('a row quotes what needs it, keeps numbers, and runs no formula', () => {
  expect(writeRow(['Front "desk"', 'a,b', 'two\nlines', -5, '', '+33'])).toBe('"Front ""desk""","a,b","two\nlines",-5,,+33\r\n')
  for (const text of ['=1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\r=1']) expect(writeRow([text]).replaceAll('"', '')).toMatch(/^'/)
})
