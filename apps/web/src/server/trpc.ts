import { initTRPC } from '@trpc/server'
import superjson from 'superjson'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { AppError } from './app-error.ts'
import { database } from './database.ts'
import { errorCodeOf } from './error-code-of.ts'
import { isSameOrigin } from './same-origin.ts'
import { currentMember } from './session.ts'

export type Context = { headers: Headers }

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const appCode = errorCodeOf(error)
    return {
      ...shape,
      message: appCode,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, appCode },
    }
  },
})

/**
 * The one kind of procedure: signed in, and for changes asked by our own pages. `ctx.tenantId` comes from the
 * session and nowhere else.
 */
export const procedure = t.procedure.use(async ({ ctx, next, type, path }) => {
  if (type === 'mutation' && !isSameOrigin(ctx.headers, env().NEXTAUTH_URL)) throw new AppError('FOREIGN_ORIGIN', 'FORBIDDEN')
  const member = await currentMember()
  if (!member) throw new AppError('UNAUTHORIZED', 'UNAUTHORIZED')
  const result = await next({ ctx: { db: database(), tenantId: member.tenantId, userId: member.userId, role: member.role } })
  if (!result.ok && errorCodeOf(result.error) === 'UNKNOWN')
    logger().error({ path, err: result.error.cause ?? result.error }, 'procedure failed')
  return result
})

/** What viewers may not do: change flows, publish, call. */
export const editorProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.role === 'viewer') throw new AppError('EDITOR_NEEDED', 'FORBIDDEN')
  return next()
})

/** What only owners may do. */
export const ownerProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.role !== 'owner') throw new AppError('OWNER_NEEDED', 'FORBIDDEN')
  return next()
})

export const router = t.router
