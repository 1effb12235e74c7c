import { z } from 'zod'
import type { Db } from '../open-db.ts'

/** Who a lead is; stored encrypted. `variables`: of the flow. */
export const leadContact = z.object({
  phone: z.string(),
  name: z.string().optional(),
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type LeadContact = z.output<typeof leadContact>

const place = (tenantId: string, leadId: string) => [tenantId, 'Lead', leadId]

export const writeContact = (db: Db, tenantId: string, leadId: string, contact: LeadContact) =>
  db.cipher.encrypt(JSON.stringify(contact), place(tenantId, leadId))

export const readContact = (db: Db, tenantId: string, leadId: string, data: Uint8Array): LeadContact =>
  leadContact.parse(JSON.parse(db.cipher.decrypt(data, place(tenantId, leadId))))
