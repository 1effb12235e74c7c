import { listServices, type StoredService } from '@parley/db'
import type { ToolContext } from '../tool-context.ts'

/** The service of this name, whatever its case, accents and hyphens; undefined when there is none. */
export async function findService({ db, tenantId }: ToolContext, name: string): Promise<StoredService | undefined> {
  const wanted = normal(name)
  return (await listServices(db, tenantId)).find((service) => normal(service.name) === wanted)
}

const normal = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
