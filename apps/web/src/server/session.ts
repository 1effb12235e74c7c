import { getMember, type Member } from '@parley/db'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions, sessionClaims } from './auth-options.ts'
import { database } from './database.ts'

/** Who is signed in, checked against the membership as it is now; null when nobody is. Once per request. */
export const currentMember = cache(async (): Promise<Member | null> => {
  const claims = sessionClaims.safeParse(await getServerSession(authOptions()))
  return claims.success ? getMember(database(), claims.data.tenantId, claims.data.userId) : null
})
