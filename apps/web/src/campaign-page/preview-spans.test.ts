import { expect, it } from 'vitest'
import { previewSpans } from './preview-spans.ts'

const hour = (text: string, calls: number) => ({ at: Date.parse(text), calls })

it('shows hours of two days, the empty ones too', () => {
  const { by, spans } = previewSpans([hour('2026-11-29T08:00Z', 3), hour('2026-11-29T11:00Z', 1)], 'Europe/Paris')
  expect([by, spans.map(({ calls }) => calls)]).toEqual(['hour', [3, 0, 0, 1]])
})

it('shows days of the reader’s zone when it takes longer', () => {
  const { by, spans } = previewSpans(
    [hour('2026-11-29T22:00Z', 3), hour('2026-11-29T23:00Z', 2), hour('2026-12-02T11:00Z', 1)],
    'Europe/Paris',
  )
  expect([by, spans.map(({ key, calls }) => [key, calls])]).toEqual([
    'day',
    [
      ['2026-11-29', 3],
      ['2026-11-30', 2],
      ['2026-12-02', 1],
    ],
  ])
  expect(previewSpans([], 'Europe/Paris').spans).toEqual([])
})
