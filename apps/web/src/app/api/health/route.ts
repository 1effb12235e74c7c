import { getTenant } from '@parley/db'
import { database } from '../../../server/database.ts'

export const dynamic = 'force-dynamic'

const noTenant = '00000000-0000-0000-0000-000000000000'

/** 200 when pages can be served, 503 while the database does not answer. */
export async function GET(): Promise<Response> {
  try {
    await getTenant(database(), noTenant)
    return Response.json({ status: 'ok', database: 'ok' })
  } catch {
    return Response.json({ status: 'down', database: 'unreachable', code: 'DATABASE_UNREACHABLE' }, { status: 503 })
  }
}
