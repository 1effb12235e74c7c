import { z } from 'zod'

const environment = z.object({ DATABASE_URL: z.string().min(1) })

/** The database the stack tests run on; migrated already. */
export const testEnv = () => environment.parse(process.env)
