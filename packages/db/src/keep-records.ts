import type { CallRecord, JournalEntry } from '@parley/flow-runtime'
import { z } from 'zod'
import { readFacts } from './call-facts.ts'
import { numberHash } from './campaigns/number-hash.ts'
import { addConsent, addSuppression, type NewConsent } from './campaigns/suppressions.ts'
import type { Transaction } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import type { Db } from './open-db.ts'

/** Purposes of a `consent` node that are about being called; what else is agreed to stays with its call. */
const purposesOfCalls = ['calls', 'marketing']
const notAboutCalls = ['recording']
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/)

type Consent = Extract<CallRecord, { what: 'consent' }>
type Kept = { effectId: string; at: Date; entry: CallRecord }

/**
 * What was said for good in these steps of a call, kept where it is in force for other calls, in the transaction of the journal and so once: when the contact
 * wants to be called again with the call's attempt, a yes or no to being called in the ledger, an opt-out on the do-not-call list.
 */
export async function keepRecords(
  db: Db,
  tx: Transaction,
  tenantId: string,
  callId: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  const records = entries.flatMap(recordsOf)
  const callback = records.findLast(({ entry }) => entry.what === 'callback')?.entry
  if (callback?.what === 'callback') {
    const wish = asJsonColumn({ at: Date.parse(callback.at) })
    await tx.attempt.updateMany({ where: { tenantId, callId }, data: { wish } })
  }
  const aboutCalls = records.flatMap(({ entry, ...kept }) => (isAboutCalls(entry) ? [{ ...kept, consent: entry }] : []))
  if (aboutCalls.length === 0) return
  const call = await tx.call.findFirst({ where: { tenantId, id: callId }, select: { facts: true } })
  const number = phoneNumber.safeParse(call && readFacts(db, tenantId, callId, call.facts).contact?.phone).data
  if (number === undefined) return
  for (const { effectId, at, consent } of aboutCalls) {
    if (isOptOut(consent)) await addSuppression(db, tx, tenantId, { number, source: 'asked', reason: callId })
    else
      await addAnswer(db, tx, tenantId, { number, kind: consent.given ? 'given' : 'withdrawn', evidence: `call:${callId}:${effectId}`, at })
  }
}

/** Once, though lines of a journal are sent again with new ones. */
async function addAnswer(db: Db, tx: Transaction, tenantId: string, answer: NewConsent): Promise<void> {
  const where = { tenantId, numberHash: numberHash(db, tenantId, answer.number), evidence: answer.evidence }
  if ((await tx.consent.count({ where })) === 0) await addConsent(db, tx, tenantId, answer)
}

const recordsOf = (entry: JournalEntry): Kept[] =>
  entry.kind === 'step'
    ? entry.effects.flatMap((effect) =>
        effect.type === 'record' ? [{ effectId: effect.id, at: new Date(entry.at), entry: effect.entry }] : [],
      )
    : []

/** "Stop calling me", said without being asked, whatever the author calls it. */
const isOptOut = ({ given, unasked, purpose }: Consent) => !given && unasked === true && !notAboutCalls.includes(purpose)

const isAboutCalls = (entry: CallRecord): entry is Consent =>
  entry.what === 'consent' && (purposesOfCalls.includes(entry.purpose) || isOptOut(entry))
