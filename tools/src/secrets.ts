import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StackError } from './stack-error.ts'

const secretsSchema = z.object({
  nextAuthSecret: z.string().min(32),
  livekitKey: z.string().min(8),
  livekitSecret: z.string().min(32),
  encryptionKey: z.string().min(44),
  postgresAdminPassword: z.string().min(24),
  postgresPassword: z.string().min(24),
})
export type Secrets = z.output<typeof secretsSchema>

const random = (bytes: number) => randomBytes(bytes).toString('base64url')

const generate = (): Secrets => ({
  nextAuthSecret: random(32),
  livekitKey: `API${randomBytes(9).toString('hex')}`,
  livekitSecret: random(32),
  encryptionKey: randomBytes(32).toString('base64'),
  postgresAdminPassword: random(24),
  postgresPassword: random(24),
})

/** The secrets of one data folder: generated at the first start into a file that only its owner can read, the same ever after. */
export async function openSecrets(file: string): Promise<Secrets> {
  const fresh = generate()
  try {
    await writeFile(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  await chmod(file, 0o600)
  return readSecrets(file)
}

/** Reads secrets that exist; a StackError when the file is damaged, because replacing them would lock the data. */
export async function readSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, 'utf8')
  const parsed = secretsSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new StackError(
      'SECRETS_DAMAGED',
      `${file} is not readable as Parley's secrets. Nothing was changed: put back a copy, or move the whole data folder away to start afresh.`,
    )
  }
  return parsed.data
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
