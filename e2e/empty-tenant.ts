import { closeDb, createSignInLink, createTenant, newId, openDb } from '@parley/db'
import type { Browser, Page } from '@playwright/test'
import { stackVariable } from './stack.ts'

type PageOptions = Parameters<Browser['newPage']>[0]

/** A page on the home of a new workspace that has no flow and nothing to book, signed in as its owner. */
export async function emptyTenantPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<{ page: Page; tenantId: string; userId: string }> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const email = `owner-${newId()}@example.test`
    const tenant = { name: 'Sharp Barbers', timeZone: 'Europe/Paris', owner: { email, name: 'Owner' }, services: [], openingHours: [] }
    const { tenantId, userId } = await createTenant(db, tenant)
    const token = (await createSignInLink(db, { email })) ?? ''
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options })
    await page.goto(new URL(`/sign-in?token=${token}`, await stackVariable('NEXTAUTH_URL')).href)
    await page.waitForURL((url) => url.pathname === '/')
    return { page, tenantId, userId }
  } finally {
    await closeDb(db)
  }
}
