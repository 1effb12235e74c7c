import { z } from 'zod'

const environment = z.object({ DATABASE_URL: z.string().min(1), PARLEY_ENCRYPTION_KEY: z.string().min(1) })

/** What the seed needs from its surroundings; throws with the missing name. */
export const readEnv = () => environment.parse(process.env)
