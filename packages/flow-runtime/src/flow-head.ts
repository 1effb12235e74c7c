import * as z from 'zod'
import { settings } from './settings.ts'
import { language } from './text.ts'
import { variableDeclaration } from './variables.ts'

/** Something a caller may want, with sentences that say it. */
export const intentDeclaration = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'starts with a small letter; letters and digits only'),
  description: z.string().optional(),
  samples: z.partialRecord(language, z.array(z.string())).default({}),
})
export type IntentDeclaration = z.output<typeof intentDeclaration>

/** The document without its graph: all that a node type may know of the flow around it. */
export const flowHead = z.object({
  schemaVersion: z.literal(1),
  name: z.string().default(''),
  languages: z.array(language).min(1).default(['en']),
  /** Id of the first node; '' while nothing is drawn. */
  start: z.string().default(''),
  variables: z.array(variableDeclaration).default([]),
  intents: z.array(intentDeclaration).default([]),
  settings: settings.prefault({}),
  /** How this flow is used as a subflow: variables it is given and gives back, and the ways it can end. */
  interface: z
    .object({
      inputs: z.array(z.string()).default([]),
      outputs: z.array(z.string()).default([]),
      results: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
})
type OwnHead = z.output<typeof flowHead>

/** With the heads of the flows it can run as subflows, by their key. */
export type FlowHead = OwnHead & { readonly subflows?: Readonly<Record<string, OwnHead>> }
