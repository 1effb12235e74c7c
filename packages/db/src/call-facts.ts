import { type CallFacts, language } from '@parley/flow-runtime'
import { z } from 'zod'
import type { Db } from './open-db.ts'

const facts: z.ZodType<CallFacts> = z.object({
  callId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  channel: z.enum(['browser', 'phone', 'text']),
  timeZone: z.string(),
  language: language.optional(),
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }).optional(),
  lead: z.record(z.string(), z.json()).optional(),
  machines: z.enum(['hangUp', 'leaveMessage', 'talk']).optional(),
})

const place = (tenantId: string, callId: string) => [tenantId, 'Call', callId]

export function writeFacts(db: Db, tenantId: string, callId: string, value: CallFacts) {
  return db.cipher.encrypt(JSON.stringify(value), place(tenantId, callId))
}

export function readFacts(db: Db, tenantId: string, callId: string, data: Uint8Array): CallFacts {
  return facts.parse(JSON.parse(db.cipher.decrypt(data, place(tenantId, callId))))
}
