import { byteOrderMark, writeRow } from '@parley/campaigns/import'
import { listImportProblems } from '@parley/db'
import { z } from 'zod'
import { problemSentence } from '../../../../campaigns/import/problem-sentence.ts'
import { catalogues } from '../../../../i18n/catalogue.ts'
import { locales } from '../../../../i18n/locale.ts'
import { logger } from '../../../../logger.ts'
import { database } from '../../../../server/database.ts'
import { currentMember } from '../../../../server/session.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ importId: string }> }
const language = z.enum(locales).catch('en')
const pageSize = 1_000

/** The rows of a file that became no leads, with why, as CSV. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const member = await currentMember()
  if (!member) return new Response('UNAUTHORIZED', { status: 401 })
  const importId = z.uuid().safeParse((await params).importId)
  if (!importId.success) return new Response('IMPORT_NOT_FOUND', { status: 404 })
  const text = catalogues[language.parse(new URL(request.url).searchParams.get('language'))]
  const lines = refusedLines(member.tenantId, importId.data, text)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next()
        if (done) controller.close()
        else controller.enqueue(new TextEncoder().encode(value))
      } catch (error) {
        logger().error({ err: error }, 'a list of refused rows broke off')
        controller.error(error)
      }
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="refused-rows.csv"',
      'cache-control': 'no-store',
    },
  })
}

async function* refusedLines(tenantId: string, importId: string, text: (typeof catalogues)['en']): AsyncGenerator<string> {
  const { row, column, reason } = text.leadImport
  yield byteOrderMark + writeRow([row, column, reason])
  for (let afterRow = 0; ; ) {
    const page = await listImportProblems(database(), tenantId, importId, { afterRow, take: pageSize })
    yield page.map((one) => writeRow([one.row, one.column, problemSentence(one.reason, text)])).join('')
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    afterRow = last.row
  }
}
