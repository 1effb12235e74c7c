'use client'

import { useText } from '../i18n/text-provider.tsx'

export function HowToGetALink() {
  const t = useText()
  return (
    <section className="mt-2 w-full rounded-lg border border-line bg-surface p-4" data-testid="how-to-get-a-link">
      <h2 className="font-medium text-ink">{t.signIn.how}</h2>
      <p className="mt-1">{t.signIn.howStart}</p>
      <p className="mt-1">{t.signIn.howCommand}</p>
      <code className="mt-2 block rounded-md bg-sunken px-3 py-2 font-mono text-ink text-xs">./parley sign-in-link</code>
    </section>
  )
}
