import * as z from 'zod'
import type { FieldHint } from '../node-type.ts'

/** How one listening node listens and speaks, where it differs from the flow's settings. Durations in milliseconds. */
export const listening = z
  .object({
    /** Silence before the question is put again; absent: as the flow. */
    waitMs: z.number().int().min(500).max(120_000).optional(),
    /** How often silence is answered with a re-prompt; absent: as the flow. */
    maxReprompts: z.number().int().min(0).max(10).optional(),
    /** Whether the question may be interrupted. */
    interruptible: z.boolean().default(true),
    /** How long a pause within the answer may be; `auto` goes by what is expected: digits and spelled names wait longer than yes or no. */
    patience: z.enum(['auto', 'short', 'long']).default('auto'),
    /** Id of the provider's voice for this node; absent: the flow's. */
    voice: z.string().optional(),
  })
  .prefault({})
export type Listening = z.output<typeof listening>

/** The form of `listening`, for every listening node. */
export const listeningField = {
  label: { en: 'Listening', fr: 'Écoute' },
  widget: 'group',
  help: { en: 'Empty: as in the settings of the flow.', fr: 'Vide : comme dans les réglages du flux.' },
  fields: {
    waitMs: {
      label: { en: 'Silence before asking again (milliseconds)', fr: 'Silence avant de redemander (millisecondes)' },
      widget: 'number',
    },
    maxReprompts: { label: { en: 'Times to ask again in silence', fr: 'Nombre de relances en cas de silence' }, widget: 'number' },
    interruptible: { label: { en: 'The caller may interrupt', fr: 'L’appelant peut interrompre' }, widget: 'toggle' },
    patience: {
      label: { en: 'Patience', fr: 'Patience' },
      widget: 'choice',
      options: [
        { value: 'auto', label: { en: 'By what is asked', fr: 'Selon la question' } },
        { value: 'short', label: { en: 'Short answers', fr: 'Réponses courtes' } },
        { value: 'long', label: { en: 'Long answers, with pauses', fr: 'Réponses longues, avec des pauses' } },
      ],
    },
    voice: { label: { en: 'Voice', fr: 'Voix' }, widget: 'text' },
  },
} as const satisfies FieldHint
