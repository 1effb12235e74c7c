import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

test('recordings are heard with the model of the provider, unless that hears streams only', () => {
  expect(placeOf('k', { url: 'https://eu.example.com', model: 'nova-3-medical' })).toEqual({
    ...{ apiKey: 'k', url: 'https://eu.example.com', model: 'nova-3-medical' },
  })
  expect(placeOf('k', { model: 'flux-general-multi' }).model).toBe('nova-3')
  expect(placeOf('k', {}).model).toBe('nova-3')
})
