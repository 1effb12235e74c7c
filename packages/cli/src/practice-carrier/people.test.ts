import { Readable } from 'node:stream'
import { columnMapping, previewFile, readLeads } from '@parley/campaigns/import'
import { expect, test } from 'vitest'
import { personAt, practiceLeads } from './people.ts'

test('everybody in the file can be imported as it is, and is somebody at the carrier', async () => {
  const open = () => Readable.from([Buffer.from(practiceLeads())])
  const batches = []
  const { format, mapping } = await previewFile(open)
  for await (const batch of readLeads(open, format, columnMapping.parse(mapping))) batches.push(batch)
  expect(batches.flatMap(({ refused }) => refused)).toEqual([])
  const leads = batches.flatMap((batch) => batch.leads)
  expect(leads).toHaveLength(10)
  const contacts = leads.map(({ phone }) => personAt(phone, 'http://127.0.0.1:1'))
  expect(contacts.flatMap(({ refuses }) => refuses ?? []).sort()).toEqual(['busy', 'declined', 'no-answer'])
  expect(contacts.filter(({ answeredBy }) => answeredBy === 'machine')).toHaveLength(1)
  expect(contacts.filter(({ talk }) => talk)).toHaveLength(7)
})
