import { DbError } from '@parley/db'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { AppError, type ErrorCode } from './app-error.ts'

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'P1000',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  'P2028',
])

const notFound: Partial<Record<DbError['code'], ErrorCode>> = {
  CALL_UNKNOWN: 'CALL_NOT_FOUND',
  CAMPAIGN_UNKNOWN: 'CAMPAIGN_NOT_FOUND',
  IMPORT_UNKNOWN: 'IMPORT_NOT_FOUND',
}

/** The code the studio shows for an error; details of defects stay on the server. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.appCode
  if (error instanceof ZodError) return 'BAD_INPUT'
  if (error instanceof DbError) return notFound[error.code] ?? (error.retryable ? 'DATABASE_UNREACHABLE' : 'UNKNOWN')
  if (error instanceof TRPCError && error.code === 'UNAUTHORIZED') return 'UNAUTHORIZED'
  if (error instanceof Error) {
    const code: unknown = 'code' in error ? error.code : undefined
    if (typeof code === 'string' && connectionCodes.has(code)) return 'DATABASE_UNREACHABLE'
    if (error.name === 'DriverAdapterError' || /reach database server|Connection terminated|timeout exceeded/.test(error.message))
      return 'DATABASE_UNREACHABLE'
    if (error.cause !== undefined) return errorCodeOf(error.cause)
  }
  return 'UNKNOWN'
}
