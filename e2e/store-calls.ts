import { rowsOf } from './stack.ts'

/**
 * `count` ended calls of the example flow, one every `everySeconds` back from now, in the browser and by text; every eighth failed. Their facts are
 * empty: they can be listed, not opened.
 */
export async function storeCalls(count: number, everySeconds: number): Promise<void> {
  await rowsOf(
    `INSERT INTO "Call" (id, "tenantId", "flowId", "flowVersionId", channel, status, outcome, "failureCode", facts, turns,
       "startedAt", "answeredAt", "endedAt", "durationMs")
     SELECT gen_random_uuid(), f."tenantId", f.id, f."publishedVersionId", (ARRAY['browser', 'text'])[1 + i / 8 % 2]::"CallChannel", 'ended',
       (ARRAY['failed', 'completed', 'hungUp', 'completed', 'transferred', 'completed', 'silent', 'completed'])[1 + i % 8]::"CallOutcome",
       CASE WHEN i % 8 = 0 THEN 'WORKER_LOST' END, ''::bytea, i % 15, at, at, at + (i % 600) * interval '1 second', (i % 600) * 1000
     FROM (SELECT i, now() - i * $2 * interval '1 second' - interval '20 minutes' AS at FROM generate_series(1, $1::int) i) rows,
       (SELECT * FROM "Flow" WHERE id = '019a9f2e-6c00-7000-8000-000000000002') f`,
    [count, everySeconds],
  )
  await rowsOf('ANALYZE "Call"')
}
