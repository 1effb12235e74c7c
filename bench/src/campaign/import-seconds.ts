import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { previewFile, readLeads } from '@parley/campaigns/import'
import { beginImport, commitImport, stageLeads } from '@parley/db'
import type { CampaignProduct } from './campaign-product.ts'

/** From opening a CSV file to its leads being in the campaign, seconds. */
export async function importSeconds({ db, tenantId, stack, addCampaign }: CampaignProduct, leads: number): Promise<number> {
  const file = path.join(stack.home, 'leads.csv')
  const rows = Array.from({ length: leads }, (_, index) => `06 ${String(10_000_000 + index)};Ada Lovelace ${index};FR;${index % 90},50`)
  await writeFile(file, `Téléphone;Nom;Pays;Montant\n${rows.join('\n')}\n`)
  const campaignId = await addCampaign({ concurrentCalls: 1 })
  const open = () => createReadStream(file)
  const startedAt = performance.now()
  const { format, mapping } = await previewFile(open)
  const { importId } = await beginImport(db, tenantId, campaignId)
  for await (const batch of readLeads(open, format, { ...mapping, phone: mapping.phone ?? 0 }, 'FR')) {
    await stageLeads(db, tenantId, importId, batch)
  }
  const imported = await commitImport(db, tenantId, importId)
  const seconds = (performance.now() - startedAt) / 1_000
  if (imported.leads !== leads) throw new Error(`${imported.leads} of ${leads} leads were imported.`)
  return Math.round(seconds * 100) / 100
}
