import { z } from 'zod'

/** The id of a voice source: of a provider, or one of the installation's own. */
export const sourceId = z.union([z.uuid(), z.enum(['installation', 'local'])])
