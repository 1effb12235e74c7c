import type { Metadata } from 'next'
import { preferences } from '../../i18n/server-locale.ts'
import { PlainPage } from '../../shell/plain-page.tsx'
import { HowToGetALink } from '../../sign-in/how-to-get-a-link.tsx'
import { LinkSignIn } from '../../sign-in/link-sign-in.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.signIn.title }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const { text } = await preferences()
  if (typeof token === 'string' && token !== '') return <LinkSignIn token={token} />
  return (
    <PlainPage title={text.signIn.needed}>
      <p>{text.signIn.neededHint}</p>
      <HowToGetALink />
    </PlainPage>
  )
}
