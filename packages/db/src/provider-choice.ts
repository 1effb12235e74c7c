import { language } from '@parley/flow-runtime'
import { z } from 'zod'

export const providerKind = z.enum(['recognition', 'synthesis', 'model'])
export type ProviderKind = z.output<typeof providerKind>

export const providerVendor = z.enum([
  'deepgram',
  'deepgram-flux',
  'elevenlabs',
  'openai',
  'cartesia',
  'google',
  'azure',
  'speechmatics',
  'local',
])
export type ProviderVendor = z.output<typeof providerVendor>

/** `url` is where a compatible server stands instead of the vendor's own; `region` is a name of the vendor's, never a host. */
export const providerSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  model: z.string().min(1).max(200).optional(),
  voiceId: z.string().min(1).max(200).optional(),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
})
export type ProviderSettings = z.output<typeof providerSettings>

/** What somebody decides about a provider, but for its key. No languages: it is asked for all. */
export const providerFields = z.object({
  kind: providerKind,
  vendor: providerVendor,
  name: z.string().trim().min(1).max(80),
  settings: providerSettings,
  languages: z.array(language).max(language.options.length),
  enabled: z.boolean(),
})
export type ProviderFields = z.output<typeof providerFields>

/** A provider as calls use it, with its key in clear. Stays on servers. */
export type ProviderChoice = Pick<ProviderFields, 'kind' | 'vendor' | 'settings' | 'languages'> & { id: string; apiKey: string }
