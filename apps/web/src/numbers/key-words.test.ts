import { carrierTypes } from '@parley/carriers'
import { expect, it } from 'vitest'
import { catalogues } from '../i18n/catalogue.ts'

const hints = Object.values(carrierTypes).flatMap(({ fields }) => fields.map(({ hint }) => hint))

it.each(Object.entries(catalogues))('has words for every key of every carrier: %s', (_, { numbers }) => {
  expect(hints.length).toBeGreaterThan(0)
  expect(hints.filter((hint) => !numbers.fields[hint]?.label || !numbers.fields[hint]?.help)).toEqual([])
})
