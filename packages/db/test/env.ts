import { z } from 'zod'

const environment = z.object({ DATABASE_URL: z.string().min(1), DATABASE_ADMIN_URL: z.string().min(1).optional() })

/** The database the stack tests run on, migrated already; the administrator may look past row-level security. */
export const testEnv = () => environment.parse(process.env)
