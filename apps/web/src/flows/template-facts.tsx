'use client'

import type { inferRouterOutputs } from '@trpc/server'
import { PlayWords } from '../flow-editor/preview/play-words.tsx'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import type { AppRouter } from '../server/router.ts'
import { Badge } from '../ui/badge.tsx'

export type ListedTemplate = inferRouterOutputs<AppRouter>['flows']['templates'][number]

/** What the caller hears first of a template, to be read and played, and what comes with it. */
export function TemplateFacts({ template: { id, heard, language, languages, nodes, scenarios } }: { template: ListedTemplate }) {
  const t = usePageText()
  return (
    <>
      <span className="mt-1 flex items-start gap-1">
        <PlayWords name={t.gallery.play(t.flows.templates[id].name)} of={{ language, text: heard }} className="-ml-1" />
        <q lang={language} className="line-clamp-3 pt-1 text-ink-2 text-xs leading-snug" title={heard}>
          {typeset(heard)}
        </q>
      </span>
      <span className="mt-auto flex flex-wrap items-center gap-1 pt-2 text-ink-3 text-xs">
        {languages.map((one) => (
          <Badge key={one}>{one.toUpperCase()}</Badge>
        ))}
        <span>
          {t.flows.nodes(nodes.length)} · {t.gallery.scenarios(scenarios)}
        </span>
      </span>
    </>
  )
}
