import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { asAdmin } from './database-commands.mjs'

const charOid = 18
const bpcharOid = 1042

/** Connections for the engine: node-postgres through Prisma's adapter, with what the engine needs beyond queries. */
export class EngineAdapterFactory extends PrismaPg {
  #connection

  constructor(connection) {
    super(connection.client, { schema: connection.schema })
    this.#connection = connection
  }

  async connect() {
    return fitted(await super.connect())
  }

  async connectToShadowDb() {
    const { client, schema } = this.#connection
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    const name = pg.escapeIdentifier(database)
    await asAdmin(this.#connection, (admin) => admin.query(`CREATE DATABASE ${name}`))
    const shadow = fitted(await new PrismaPg({ ...client, database }, { schema }).connect())
    const close = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await close()
      await asAdmin(this.#connection, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    }
    return shadow
  }
}

function fitted(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap()

  // The adapter does not know the type "char", which the catalogues are full of: read it as bpchar, report a character.
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    const fields = (result.fields ?? []).map((field, index) => ({ field, index })).filter(({ field }) => field.dataTypeID === charOid)
    for (const { field } of fields) field.dataTypeID = bpcharOid
    charColumns.set(
      query,
      fields.map(({ index }) => index),
    )
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }

  // The adapter would cut a script at every semicolon, also inside function bodies. Whole, it is one transaction.
  adapter.executeScript = async (sql) => {
    try {
      await adapter.client.query(sql)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}
