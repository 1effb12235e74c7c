import pg from 'pg'

/** Runs work on the server's maintenance database. */
export async function asAdmin(connection, work) {
  return withClient({ ...connection.client, database: 'postgres' }, work)
}

const commands = {
  'can-connect-to-database': (connection) => withClient(connection.client, async () => {}),
  'create-database': (connection) =>
    asAdmin(connection, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(connection.client.database)}`)),
  'drop-database': (connection) =>
    asAdmin(connection, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(connection.client.database)} WITH (FORCE)`),
    ),
}

const prismaCodes = { '3D000': 'P1003', '28P01': 'P1000', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001', ETIMEDOUT: 'P1001' }

/** The engine's `cli …` subcommands; a failure is told on standard error and by the exit code. */
export async function runCommand(name, connection) {
  const command = commands[name]
  if (!command) return fail('', `unknown subcommand ${name}`)
  try {
    await command(connection)
  } catch (error) {
    fail(prismaCodes[error.code] ?? '', error.message)
  }
}

async function withClient(config, work) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Prisma drops the first line of standard error and reads the next ones as log records. */
function fail(code, message) {
  const record = { level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code: code } }
  process.stderr.write(`schema-engine\n${JSON.stringify(record)}\n`)
  process.exitCode = 1
}
