import { TRPCError } from '@trpc/server'
import type { errors } from '../i18n/en/errors.ts'

/** The stable codes the studio has a sentence for. */
export type ErrorCode = keyof typeof errors

type HttpCode = TRPCError['code']

/** A refusal the studio explains by its code. */
export class AppError extends TRPCError {
  readonly appCode: ErrorCode

  constructor(appCode: ErrorCode, code: HttpCode = 'PRECONDITION_FAILED', cause?: unknown) {
    super({ code, message: appCode, cause })
    this.appCode = appCode
  }
}
