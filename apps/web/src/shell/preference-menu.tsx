'use client'

import { Languages, LogOut, SunMoon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { asTheme, localeCookie, locales, remember, type Theme, themeCookie, themes } from '../i18n/locale.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'

function currentTheme(): Theme {
  return asTheme(document.documentElement.dataset.theme)
}

async function signOut() {
  const nextAuth = await import('next-auth/react')
  await nextAuth.signOut({ callbackUrl: '/sign-in' })
}

/** Language, appearance and sign-out, as three quiet buttons. */
export function PreferenceMenu() {
  const t = useText()
  const locale = useLocale()
  const router = useRouter()

  const nextLocale = locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'en'
  const [shownTheme, setShownTheme] = useState<Theme>('system')
  useEffect(() => setShownTheme(currentTheme()), [])
  const themeWords = `${t.common.theme}: ${t.common.themes[shownTheme]}`
  const changeTheme = () => {
    const theme = themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'system'
    setShownTheme(theme)
    remember(themeCookie, theme)
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }

  return (
    <div className="flex items-center gap-0.5">
      <Button
        look="ghost"
        size="small"
        data-testid="language"
        aria-label={`${t.common.language}: ${locale.toUpperCase()}`}
        title={t.common.language}
        onClick={() => {
          remember(localeCookie, nextLocale)
          router.refresh()
        }}
      >
        <Languages size={15} aria-hidden />
        {locale.toUpperCase()}
      </Button>
      <Button look="ghost" size="icon" data-testid="theme" aria-label={themeWords} title={themeWords} onClick={changeTheme}>
        <SunMoon size={16} aria-hidden />
      </Button>
      <Button look="ghost" size="icon" aria-label={t.common.signOut} title={t.common.signOut} onClick={() => void signOut()}>
        <LogOut size={15} aria-hidden />
      </Button>
    </div>
  )
}
