import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callNow, createTestCampaign, queueAll } from '../../test/create-test-campaign.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../../test/open-test-db.ts'
import {
  attemptOutcomes,
  beginImport,
  campaignCounts,
  closeDb,
  commitImport,
  countLines,
  dropImport,
  dueLeads,
  endAttempt,
  findLine,
  finishAttempt,
  getCall,
  getCampaign,
  keepDecisions,
  type LineLimits,
  listImportProblems,
  listSuppressions,
  nextDueAt,
  openAttempts,
  placeAttempt,
  queueAttempts,
  recordConsent,
  releaseLine,
  reserveLine,
  setCampaignStatus,
  stageLeads,
  suppressNumber,
  sweepLines,
  unsuppressNumber,
  withdrawAttempt,
} from '../index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string
beforeAll(async () => {
  tenantId = (await createTestTenant(db)).tenantId
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const wide: LineLimits = {
  campaign: 1_000,
  tenant: 1_000,
  connection: 1_000,
  all: 100_000,
  campaignPerSecond: 1e6,
  connectionPerSecond: 1e6,
  lifetimeMs: 60_000,
}
const soon = () => new Date(Date.now() + 1_000)
const later = new Date('2100-01-01')

describe('an import', () => {
  const row = (index: number, phone: string) => ({
    row: index,
    phone,
    name: 'Ada',
    zones: ['Europe/Paris'],
    country: 'FR',
    variables: { due: 12 },
  })

  test('is seen when it is whole, without duplicates and numbers not to be called, and answers again what it answered', async () => {
    const { campaignId } = await createTestCampaign(db, tenantId, { phones: ['+33611111111'] })
    await suppressNumber(db, tenantId, { number: '+33622222222', source: 'added' })
    const { importId } = await beginImport(db, tenantId, campaignId)
    const leads = [row(2, '+33611111111'), row(3, '+33622222222'), row(5, '+33633333333')]
    await stageLeads(db, tenantId, importId, { leads, refused: [{ row: 4, column: 1, reason: 'invalid' }] })
    expect(await dueLeads(db, tenantId, campaignId, soon(), 10)).toHaveLength(1)
    const both = await Promise.all([commitImport(db, tenantId, importId), commitImport(db, tenantId, importId)])
    expect(both).toEqual([
      { leads: 1, refused: 3 },
      { leads: 1, refused: 3 },
    ])
    expect(await listImportProblems(db, tenantId, importId, { take: 10 })).toEqual([
      { row: 2, reason: 'duplicateInCampaign' },
      { row: 3, reason: 'suppressed' },
      { row: 4, column: 1, reason: 'invalid' },
    ])
    expect(await dueLeads(db, tenantId, campaignId, soon(), 10)).toHaveLength(2)
  })

  test('of two files at once with the same numbers every number becomes one lead', async () => {
    const { campaignId } = await createTestCampaign(db, tenantId)
    const leads = Array.from({ length: 300 }, (_, index) => row(index + 2, `+3364${String(1_000_000 + index)}`))
    const imports = await Promise.all([0, 1, 2].map(() => beginImport(db, tenantId, campaignId)))
    await Promise.all(imports.map(({ importId }) => stageLeads(db, tenantId, importId, { leads, refused: [] })))
    const done = await Promise.all(imports.map(({ importId }) => commitImport(db, tenantId, importId)))
    expect(done.reduce((sum, one) => sum + one.leads, 0)).toBe(300)
    expect(done.reduce((sum, one) => sum + one.refused, 0)).toBe(600)
  })

  test('that is dropped leaves nothing, and no number or name is stored in clear', async () => {
    const { campaignId } = await createTestCampaign(db, tenantId, { phones: ['+33655555555'] })
    const { importId } = await beginImport(db, tenantId, campaignId)
    await stageLeads(db, tenantId, importId, { leads: [row(2, '+33644444444')], refused: [] })
    await dropImport(db, tenantId, importId)
    await expect(commitImport(db, tenantId, importId)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' })
    const lead = await admin.prisma.lead.findFirstOrThrow({ where: { campaignId } })
    expect(Buffer.from(lead.contact).toString('latin1')).not.toContain('655555555')
    const other = await createTestTenant(db)
    expect(await dueLeads(db, other.tenantId, campaignId, soon(), 10)).toEqual([])
    await expect(beginImport(db, other.tenantId, campaignId)).rejects.toMatchObject({ code: 'CAMPAIGN_UNKNOWN' })
  })

  test('that died a day ago leaves nothing aside once another begins, and one that runs stays', async () => {
    const { campaignId } = await createTestCampaign(db, tenantId)
    const [dead, alive] = [await beginImport(db, tenantId, campaignId), await beginImport(db, tenantId, campaignId)]
    for (const { importId } of [dead, alive])
      await stageLeads(db, tenantId, importId, { leads: [], refused: [{ row: 2, reason: 'phoneMissing' }] })
    const createdAt = new Date(Date.now() - 25 * 60 * 60_000)
    await admin.prisma.leadImport.update({ where: { id: dead.importId }, data: { createdAt } })
    await beginImport(db, tenantId, campaignId)
    await expect(commitImport(db, tenantId, dead.importId)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' })
    expect(await listImportProblems(db, tenantId, dead.importId, { take: 1 })).toEqual([])
    expect(await commitImport(db, tenantId, alive.importId)).toEqual({ leads: 0, refused: 1 })
  })
})

describe('lines', () => {
  const reserveAll = async (
    tenant: string,
    attempts: readonly { attemptId: string }[],
    connectionId: string,
    limits: Partial<LineLimits>,
  ) => {
    const answers = await Promise.all(
      attempts.map(({ attemptId }) => reserveLine(db, tenant, { attemptId, connectionId, limits: { ...wide, ...limits } })),
    )
    return {
      got: attempts.filter((_, index) => answers[index]?.line === 'reserved'),
      reasons: answers.flatMap((one) => (one.line === 'reserved' ? [] : one.reason)),
    }
  }

  test.each([
    ['campaign', 'campaignFull'],
    ['tenant', 'tenantFull'],
    ['connection', 'connectionFull'],
    ['all', 'mediaFull'],
  ] as const)(
    'of many that ask at once no more get one than the limit “%s” lets, and every line given back is taken again',
    async (limit, reason) => {
      const own = (await createTestTenant(db)).tenantId
      const { campaignId, connectionId } = await createTestCampaign(db, own, { leads: 24 })
      const attempts = await queueAll(db, own, campaignId)
      await admin.prisma.lineDemand.deleteMany()
      const { _count: others } = await admin.prisma.lineSlot.aggregate({ _count: true })
      const most = 5 + (limit === 'all' ? others : 0)
      const first = await reserveAll(own, attempts, connectionId, { [limit]: most })
      expect(first.got).toHaveLength(5)
      expect(new Set(first.reasons)).toEqual(new Set([reason]))
      expect(await countLines(db, own)).toBe(5)
      const again = await reserveAll(own, first.got, connectionId, { [limit]: most })
      expect([again.got.length, await countLines(db, own)]).toEqual([5, 5])
      await Promise.all(first.got.map(({ attemptId }) => endAttempt(db, own, attemptId, { outcome: 'busy' })))
      const rest = attempts.filter((one) => !first.got.includes(one))
      expect((await reserveAll(own, rest, connectionId, { [limit]: most })).got).toHaveLength(5)
      await admin.prisma.lineSlot.deleteMany({ where: { tenantId: own } })
    },
  )

  test('a second’s dials are spread over it', async () => {
    const { campaignId, connectionId } = await createTestCampaign(db, tenantId, { leads: 10 })
    const attempts = await queueAll(db, tenantId, campaignId)
    const { got, reasons } = await reserveAll(tenantId, attempts, connectionId, { campaignPerSecond: 0.01 })
    expect([got.length, new Set(reasons)]).toEqual([1, new Set(['tooFast'])])
    await releaseLine(db, tenantId, got[0]?.attemptId ?? '')
  })

  test('a tenant that has all lines gives way to one that asks', async () => {
    const [many, few] = [(await createTestTenant(db)).tenantId, (await createTestTenant(db)).tenantId]
    const [a, b] = [await createTestCampaign(db, many, { leads: 8 }), await createTestCampaign(db, few, { leads: 3 })]
    const [attemptsA, attemptsB] = [await queueAll(db, many, a.campaignId), await queueAll(db, few, b.campaignId)]
    await admin.prisma.lineSlot.deleteMany()
    await admin.prisma.lineDemand.deleteMany()
    const limits = { all: 6 }
    const first = await reserveAll(many, attemptsA, a.connectionId, limits)
    expect(first.got).toHaveLength(6)
    expect((await reserveAll(few, attemptsB.slice(0, 1), b.connectionId, limits)).reasons).toEqual(['mediaFull'])
    for (const { attemptId } of first.got.slice(0, 2)) await endAttempt(db, many, attemptId, { outcome: 'completed' })
    const waiting = attemptsA.filter((one) => !first.got.includes(one))
    expect((await reserveAll(many, waiting, a.connectionId, limits)).reasons).toEqual(['fairShare', 'fairShare'])
    expect((await reserveAll(few, attemptsB, b.connectionId, limits)).got).toHaveLength(2)
    await admin.prisma.lineSlot.deleteMany()
    await admin.prisma.lineDemand.deleteMany()
  })

  test('what nobody gave back is free after its time; the lines of ended attempts are swept', async () => {
    const own = (await createTestTenant(db)).tenantId
    const { campaignId, connectionId } = await createTestCampaign(db, own, { leads: 3 })
    const attempts = await queueAll(db, own, campaignId)
    const short = { campaign: 1, lifetimeMs: 1 }
    expect((await reserveAll(own, attempts.slice(0, 1), connectionId, short)).got).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await reserveAll(own, attempts.slice(1, 2), connectionId, { campaign: 1 })).got).toHaveLength(1)
    await admin.prisma.attempt.update({ where: { id: attempts[1]?.attemptId ?? '' }, data: { status: 'ended' } })
    expect(await sweepLines(db, own)).toBe(1)
    expect(await countLines(db, own)).toBe(0)
  })

  test('an opt-out, a withdrawn consent, a pause and an end are in force for attempts that are queued already', async () => {
    const own = (await createTestTenant(db)).tenantId
    const { campaignId, connectionId } = await createTestCampaign(db, own, { phones: ['+33611111111', '+33622222222', '+33633333333'] })
    const attempts = await queueAll(db, own, campaignId)
    await suppressNumber(db, own, { number: '+33611111111', source: 'asked' })
    await recordConsent(db, own, { number: '+33622222222', kind: 'given', evidence: 'form' })
    await recordConsent(db, own, { number: '+33622222222', kind: 'withdrawn', evidence: 'call' })
    expect((await reserveAll(own, attempts, connectionId, {})).reasons).toEqual(['suppressed', 'suppressed'])
    expect(await setCampaignStatus(db, own, campaignId, 'paused')).toBe(true)
    expect((await reserveAll(own, attempts, connectionId, {})).reasons).toEqual(['notRunning', 'notRunning', 'notRunning'])
    expect((await listSuppressions(db, own, { skip: 0, take: 5 })).map(({ number }) => number)).toEqual(['+33611111111'])
    expect(await unsuppressNumber(db, own, { number: '+33611111111', reason: 'asked by letter' })).toBe(true)
    expect(await setCampaignStatus(db, own, campaignId, 'stopped')).toBe(true)
    expect(await setCampaignStatus(db, own, campaignId, 'running')).toBe(false)
  })
})

describe('an attempt', () => {
  test('is queued once, dials once and ends once, however many try', async () => {
    const own = (await createTestTenant(db)).tenantId
    const { campaignId, connectionId } = await createTestCampaign(db, own, { leads: 1 })
    const [due] = await dueLeads(db, own, campaignId, soon(), 10)
    const decided = [{ leadId: due?.id ?? '', decision: callNow }]
    const queued = (await Promise.all(Array.from({ length: 8 }, () => queueAttempts(db, own, campaignId, decided)))).flat()
    expect(queued).toHaveLength(1)
    const attemptId = queued[0]?.attemptId ?? ''
    expect(await placeAttempt(db, own, attemptId, () => ({ ...wide, campaign: 0 }))).toMatchObject({
      state: 'noLine',
      reason: 'campaignFull',
    })
    expect(await getCall(db, own, queued[0]?.callId ?? '')).toBeNull()
    const dials = await Promise.all(Array.from({ length: 8 }, () => placeAttempt(db, own, attemptId, () => wide)))
    expect(dials.map(({ state }) => state).sort()).toEqual([...Array.from({ length: 7 }, () => 'claimed'), 'placed'])
    expect(dials.find(({ state }) => state === 'placed')).toMatchObject({
      dial: { callId: queued[0]?.callId, to: expect.stringMatching(/^\+/), connection: { id: connectionId } },
    })
    expect(await countLines(db, own)).toBe(1)
    expect(await findLine(db, own, queued[0]?.callId ?? '')).toMatchObject({
      connectionId,
      direction: 'outbound',
      state: 'dialling',
      dialledAt: expect.any(Date),
    })
    expect(await withdrawAttempt(db, own, attemptId)).toBe(false)
    expect(await openAttempts(db, own, campaignId)).toEqual([{ ...queued[0], dialledAt: expect.any(Date) }])
    const ends = await Promise.all(Array.from({ length: 8 }, () => endAttempt(db, own, attemptId, { outcome: 'hungUp' })))
    expect(ends.filter(Boolean)).toHaveLength(1)
    expect(await countLines(db, own)).toBe(0)
    const [after] = await dueLeads(db, own, campaignId, soon(), 10)
    expect(after).toMatchObject({
      attempts: [{ outcome: 'hungUp' }],
      number: { suppressed: false, calls: [expect.any(Number)] },
    })
    expect(await reserveLine(db, own, { attemptId, connectionId, limits: wide })).toEqual({ line: 'never', reason: 'attemptOver' })
    expect(await placeAttempt(db, own, attemptId, () => wide)).toEqual({ state: 'over' })
  })

  test('that comes after a pause does not dial and is taken back; one that may have been dialled is not, and ends with its call', async () => {
    const own = (await createTestTenant(db)).tenantId
    const { campaignId } = await createTestCampaign(db, own, { leads: 2 })
    const [never, perhaps] = await queueAll(db, own, campaignId)
    if (!never || !perhaps) throw new Error('There are no attempts.')
    await placeAttempt(db, own, perhaps.attemptId, () => wide)
    await setCampaignStatus(db, own, campaignId, 'paused')
    expect(await placeAttempt(db, own, never.attemptId, () => wide)).toEqual({ state: 'not' })
    expect([await withdrawAttempt(db, own, never.attemptId), await withdrawAttempt(db, own, never.attemptId)]).toEqual([true, true])
    expect(await withdrawAttempt(db, own, perhaps.attemptId)).toBe(false)
    expect(await countLines(db, own)).toBe(1)
    expect(await dueLeads(db, own, campaignId, soon(), 10)).toMatchObject([{ attempts: [], number: { calls: [] } }])
    for (let times = 0; times < 2; times += 1) await finishAttempt(db, own, { ...perhaps, outcome: 'busy' })
    expect(await getCall(db, own, perhaps.callId)).toMatchObject({ status: 'ended', outcome: 'busy' })
    expect(await attemptOutcomes(db, own, [perhaps.attemptId])).toEqual(new Map([[perhaps.attemptId, 'busy']]))
    expect(await countLines(db, own)).toBe(0)
  })

  test('that never dialled is taken back as if it had not been; decisions to wait or to end are kept', async () => {
    const own = (await createTestTenant(db)).tenantId
    const { campaignId } = await createTestCampaign(db, own, { leads: 2 })
    const [first, second] = await queueAll(db, own, campaignId)
    expect(await nextDueAt(db, own, campaignId)).toBeNull()
    for (const { attemptId } of [first, second].flatMap((one) => one ?? [])) expect(await withdrawAttempt(db, own, attemptId)).toBe(true)
    const seen = { at: 0, local: {}, attempts: 0 }
    await keepDecisions(db, own, [
      { leadId: first?.leadId ?? '', decision: { decision: 'wait', reason: 'holiday', until: later.getTime(), seen } },
      { leadId: second?.leadId ?? '', decision: { decision: 'finished', outcome: 'doNotCall', reason: 'suppressed', seen } },
    ])
    expect(await nextDueAt(db, own, campaignId)).toEqual(later)
    expect(await campaignCounts(db, own, campaignId)).toEqual(
      expect.arrayContaining([
        { status: 'waiting', outcome: null, leads: 1 },
        { status: 'finished', outcome: 'doNotCall', leads: 1 },
      ]),
    )
    expect(await getCampaign(db, own, campaignId)).toMatchObject({ status: 'running', settings: { machines: 'hangUp' } })
  })
})
