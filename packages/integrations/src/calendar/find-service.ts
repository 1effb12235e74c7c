import { listServices, type StoredService } from '@parley/db'
import type { ToolContext } from '../tool-context.ts'
import { normalName } from './normal-name.ts'

/** The service of this name, whatever its case, accents and hyphens; undefined when there is none. */
export async function findService({ db, tenantId }: ToolContext, name: string): Promise<StoredService | undefined> {
  const wanted = normalName(name)
  return (await listServices(db, tenantId)).find((service) => normalName(service.name) === wanted)
}
