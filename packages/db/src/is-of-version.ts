import { Prisma } from './generated/client.ts'

/** Of a call or turn: that it played a published version, and not a draft that somebody tried. */
export const isOfVersion = (flowVersionId: Prisma.Sql) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM "FlowVersion" tried WHERE tried.id = ${flowVersionId} AND tried.number IS NULL)`
