import { randomUUID } from 'node:crypto'
import { callStartOptions, callWorkflowType, searchAttributes } from '@parley/temporal/contract'
import { Client, Connection } from '@temporalio/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerSearchAttributes } from './search-attributes.ts'

const address = process.env.TEMPORAL_ADDRESS ?? ''
let connection: Connection
beforeAll(async () => {
  connection = await Connection.connect({ address })
})
afterAll(() => connection?.close())

/** A namespace of a server that was set up by somebody else; the server takes a moment to know it everywhere. */
async function newNamespace(): Promise<string> {
  const namespace = `given-${randomUUID()}`
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' })
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: config?.workflowExecutionRetentionTtl,
  })
  await expect.poll(() => attributesOf(namespace).catch(() => undefined), { timeout: 20_000 }).toBeDefined()
  return namespace
}

const attributesOf = async (namespace: string) => (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes

describe('search attributes of a given Temporal server', () => {
  test('are registered once, left alone afterwards, and calls can be started with them', async () => {
    const namespace = await newNamespace()
    expect(Object.keys(await attributesOf(namespace))).not.toContain('callId')

    await registerSearchAttributes({ address, namespace })
    expect(await attributesOf(namespace)).toMatchObject(Object.fromEntries(searchAttributes.map((name) => [name, 2])))
    await registerSearchAttributes({ address, namespace })

    const [tenantId, callId, flowId, flowVersionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    const options = callStartOptions({ tenantId, callId, flowId, flowVersionId, channel: 'browser', maxCallMs: 1_000 })
    const handle = await new Client({ connection, namespace }).workflow.start(callWorkflowType, options)
    expect((await handle.describe()).searchAttributes).toMatchObject({ callId: [callId] })
    await handle.terminate()
  })

  test('of another type, or in a namespace that is not there, are refused in one sentence', async () => {
    const namespace = await newNamespace()
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: { outcome: 3 } })
    await expect(registerSearchAttributes({ address, namespace })).rejects.toMatchObject({
      code: 'SEARCH_ATTRIBUTES_REFUSED',
      message: expect.stringContaining('outcome is there already with another type'),
    })
    await expect(registerSearchAttributes({ address, namespace: 'nowhere' })).rejects.toMatchObject({
      code: 'SEARCH_ATTRIBUTES_REFUSED',
      message: expect.stringMatching(/nowhere.*temporal operator search-attribute create/s),
    })
  })
})
