import { listContacts, recordAudit } from '@parley/db'
import { procedure, router } from '../trpc.ts'
import { maskPerson } from './mask-person.ts'

/** The people behind calls and appointments. */
export const contacts = router({
  /** Masked. */
  list: procedure.query(async ({ ctx }) => {
    const { people, read } = await listContacts(ctx.db, ctx.tenantId)
    return { people: people.map(maskPerson), read }
  }),
  /** With names and numbers; who asked is recorded first. */
  reveal: procedure.mutation(async ({ ctx }) => {
    await recordAudit(ctx.db, ctx.tenantId, { userId: ctx.userId, action: 'contacts.personalDataShown', subject: ctx.tenantId })
    return listContacts(ctx.db, ctx.tenantId)
  }),
})
