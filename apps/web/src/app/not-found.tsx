import Link from 'next/link'
import { preferences } from '../i18n/server-locale.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { Button } from '../ui/button.tsx'

export default async function NotFound() {
  const { text } = await preferences()
  return (
    <PlainPage title={text.common.notFoundTitle}>
      <p>{text.common.notFoundHint}</p>
      <Button asChild>
        <Link href="/flows">{text.common.backToFlows}</Link>
      </Button>
    </PlainPage>
  )
}
