import * as z from 'zod'
import { defineNodeType } from '../../node-type.ts'
import { shareOf } from './share-of.ts'

export const split = defineNodeType({
  type: 'split',
  config: z.object({
    /** Each arm is an outcome; weights are shares of the whole. */
    arms: z.array(z.object({ name: z.string().min(1), weight: z.number().min(0).max(1000).default(1) })).default([]),
  }),
  memory: z.null(),
  editor: {
    title: { en: 'Split', fr: 'Partage' },
    icon: 'shuffle',
    group: 'logic',
    help: {
      en: 'Sends a share of the callers each way, to compare.\nThe same contact always goes the same way.\nExample: short 50, long 50.',
      fr: 'Envoie une part des appelants de chaque côté, pour comparer.\nLe même contact va toujours du même côté.\nExemple : court 50, long 50.',
    },
    fields: {
      arms: {
        label: { en: 'Arms', fr: 'Branches' },
        widget: 'rows',
        required: true,
        columns: {
          name: { label: { en: 'Name', fr: 'Nom' }, widget: 'text', required: true, outcome: true },
          weight: { label: { en: 'Share', fr: 'Part' }, widget: 'number' },
        },
      },
    },
  },
  listens: false,
  outcomes: ({ arms }) => [...new Set(arms.map(({ name }) => name))],
  speaks: () => [],
  enter({ arms }, { state, nodeId }) {
    const { contact, callId } = state.facts
    const share = shareOf(`${nodeId}:${contact?.id ?? contact?.phone ?? callId}`)
    const total = arms.reduce((sum, { weight }) => sum + weight, 0)
    let upTo = 0
    const chosen = arms.find(({ weight }) => {
      upTo += weight
      return weight > 0 && share * total < upTo
    })
    return { outcome: chosen?.name ?? arms[0]?.name ?? '', why: { code: 'armChosen', values: { arm: chosen?.name ?? '' } } }
  },
  on: () => ({}),
})
