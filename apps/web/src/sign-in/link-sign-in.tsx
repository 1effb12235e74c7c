'use client'

import { useRouter } from 'next/navigation'
import { signIn } from 'next-auth/react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { PlainPage } from '../shell/plain-page.tsx'
import { Button } from '../ui/button.tsx'
import { HowToGetALink } from './how-to-get-a-link.tsx'

/** Uses the link once (opening the page alone does not: mail scanners open pages) and goes on to the home page. */
export function LinkSignIn({ token }: { token: string }) {
  const t = useText()
  const router = useRouter()
  const [state, setState] = useState<'working' | 'refused' | 'broken'>('working')
  const used = useRef(false)

  useEffect(() => {
    if (used.current) return
    used.current = true
    signIn('link', { token, redirect: false })
      .then((result) => {
        if (result?.ok && !result.error) router.replace('/')
        else setState(result?.error === 'CredentialsSignin' ? 'refused' : 'broken')
      })
      .catch(() => setState('broken'))
  }, [token, router])

  if (state === 'working') return <PlainPage title={t.signIn.working} />
  if (state === 'refused') {
    return (
      <PlainPage title={t.signIn.refusedTitle}>
        <p role="alert" data-testid="sign-in-refused">
          {t.signIn.refused}
        </p>
        <HowToGetALink />
      </PlainPage>
    )
  }
  return (
    <PlainPage title={t.signIn.brokenTitle}>
      <p role="alert">{t.signIn.broken}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t.common.retry}
      </Button>
      <HowToGetALink />
    </PlainPage>
  )
}
