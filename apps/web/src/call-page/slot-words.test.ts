import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { catalogues } from '../i18n/catalogue.ts'
import { slotWords } from './slot-words.ts'

const flow = templates.appointment
const slot = (name: string, value: string | boolean) => ({ name, value, raw: '', confidence: 1 })

it('names a variable by its label, and what the product asked for itself in the language of the studio', () => {
  const { en, fr } = catalogues
  expect(slotWords(slot('patient', 'Ada'), flow, en)).toEqual({ title: 'Patient', value: 'Ada' })
  expect(slotWords(slot('patient', 'Ada'), null, en)).toEqual({ title: 'patient', value: 'Ada' })
  expect(slotWords(slot('_confirmed', true), flow, fr)).toEqual({ title: 'Confirmé', value: 'oui' })
  expect(slotWords(slot('_offer', '1'), flow, en)).toEqual({ title: 'Offered time', value: 'no. 2' })
  expect(slotWords(slot('_date', '2026-11-24'), flow, en)?.title).toBe('Wanted day')
  expect(slotWords(slot('_internal', 'x'), flow, en)).toBeUndefined()
})
