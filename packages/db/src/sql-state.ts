import { z } from 'zod'

const driverError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

/** PostgreSQL's five-character code of an error that came through Prisma; undefined when it came from elsewhere. */
export function sqlState(error: unknown): string | undefined {
  const parsed = driverError.safeParse(error)
  return parsed.success ? parsed.data.meta.driverAdapterError.cause.originalCode : undefined
}
