import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { preferences } from '../i18n/server-locale.ts'
import { TextProvider } from '../i18n/text-provider.tsx'
import { EarlyActsScript } from '../shell/early-acts-script.tsx'
import { PageAnswers } from '../shell/page-answers.tsx'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Parley', template: '%s · Parley' } }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await preferences()
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <EarlyActsScript />
        <TextProvider locale={locale}>
          {children}
          <PageAnswers />
        </TextProvider>
      </body>
    </html>
  )
}
