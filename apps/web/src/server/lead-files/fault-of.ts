import { FileError } from '@parley/campaigns/import'
import type { FileFault } from '../../campaigns/import/import-news.ts'
import { logger } from '../../logger.ts'
import { errorCodeOf } from '../error-code-of.ts'

/** What is told of an error while a file was read; defects are logged. */
export function faultOf(error: unknown): FileFault {
  if (error instanceof FileError) return { code: error.code, row: error.row, column: error.column }
  const code = errorCodeOf(error)
  if (code === 'UNKNOWN') logger().error({ err: error }, 'a file of leads could not be read')
  return { code }
}
