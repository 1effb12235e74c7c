import { z } from 'zod'
import { env } from '../../env.ts'
import { AppError } from '../app-error.ts'
import { tenantCampaign } from '../campaigns/tenant-campaign.ts'
import { database } from '../database.ts'
import { isSameOrigin } from '../same-origin.ts'
import { currentMember } from '../session.ts'
import { openUpload, type Upload } from './upload.ts'

type Accepted = { who: { db: ReturnType<typeof database>; tenantId: string; userId: string }; campaignId: string; upload: Upload }

/** Lets a file in that an editor sends from our own page for a campaign that can have leads. Throws AppError. */
export async function acceptFile(request: Request, campaign: string): Promise<Accepted> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) throw new AppError('FOREIGN_ORIGIN', 'FORBIDDEN')
  const member = await currentMember()
  if (!member) throw new AppError('UNAUTHORIZED', 'UNAUTHORIZED')
  if (member.role === 'viewer') throw new AppError('EDITOR_NEEDED', 'FORBIDDEN')
  const campaignId = z.uuid().safeParse(campaign)
  if (!campaignId.success || !request.body) throw new AppError('BAD_INPUT', 'BAD_REQUEST')
  const { tenantId, userId } = member
  const { status } = await tenantCampaign(database(), tenantId, campaignId.data)
  if (status === 'stopped') throw new AppError('CAMPAIGN_OVER', 'CONFLICT')
  return { who: { db: database(), tenantId, userId }, campaignId: campaignId.data, upload: openUpload(request.body) }
}
