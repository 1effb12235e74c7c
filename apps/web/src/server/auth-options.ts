import { consumeSignInLink } from '@parley/db'
import type { NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { database } from './database.ts'

const sessionSeconds = 7 * 24 * 3600

/** What a session carries: who, and of which tenant. Everything else is read from the database. */
export const sessionClaims = z.object({ userId: z.uuid(), tenantId: z.uuid(), role: z.enum(['owner', 'editor', 'viewer']) })

/** Sign-in by a one-time link; the session is a signed cookie. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      credentials({
        id: 'link',
        credentials: { token: { type: 'text' } },
        async authorize(input) {
          const member = await consumeSignInLink(database(), input?.token ?? '').catch((error: unknown) => {
            logger().error({ code: 'SIGN_IN_UNAVAILABLE', err: error })
            throw new Error('DATABASE_UNREACHABLE')
          })
          return member && { id: member.userId, ...sessionClaims.parse(member) }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        const claims = sessionClaims.safeParse(user)
        return claims.success ? { ...claims.data } : token
      },
      session({ session, token }) {
        return { ...session, ...sessionClaims.safeParse(token).data }
      },
    },
  }
}
