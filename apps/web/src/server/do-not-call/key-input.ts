import { z } from 'zod'

/** Names a number without telling it. */
export const keyInput = z.string().regex(/^[0-9a-f]{64}$/)
