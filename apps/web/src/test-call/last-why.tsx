'use client'

import { type Why, whyText } from '@parley/flow-runtime'
import { useLocale } from '../i18n/text-provider.tsx'

/** The reason of the last decision, in words. */
export function LastWhy({ why }: { why: Why }) {
  return whyText(why, useLocale())
}
