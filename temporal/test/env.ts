import { z } from 'zod'

const environment = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  TEMPORAL_ADDRESS: z.string().min(1).optional(),
  PARLEY_TEMPORAL_BIN: z.string().min(1).optional(),
})

/** A server that is running, else the program to start one with. */
export const testEnv = () => environment.parse(process.env)
