'use client'

import type { Mistake } from '@parley/understanding/intents'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { quoted, typeset } from '../../i18n/typeset.ts'
import { useTRPCClient } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditor, useFlow } from '../state/use-editor.tsx'
import { intentSets } from './intent-sets.ts'

const pauseMs = 700

/** Which intents are mistaken for which, measured with the engine of calls: each sentence is heard by what was learnt without it. */
export function ConfusionView() {
  const t = useText()
  const client = useTRPCClient()
  const flow = useDeferredValue(useFlow())
  const language = useEditor((state) => state.language)
  const sets = JSON.stringify(intentSets(flow, language))
  const [wanted, setWanted] = useState(sets)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(sets), pauseMs)
    return () => clearTimeout(timer)
  }, [sets])
  const measured = useQuery({
    queryKey: ['confusion', wanted],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: () => measure(intentSets(flow, language), (set) => client.intents.confusion.mutate(set)),
  })
  const { data } = measured
  return (
    <section className="mt-4 border-line border-t pt-3" data-testid="confusion" aria-busy={measured.isFetching}>
      <h3 className="font-medium text-ink-2 text-xs">{t.forms.confusion}</h3>
      <p className="mt-0.5 text-ink-3 text-xs">{typeset(t.forms.confusionHint)}</p>
      {measured.isError && (
        <p role="alert" className="mt-1 text-danger text-xs">
          {t.forms.confusionFailed}
        </p>
      )}
      {!data && measured.isFetching && <p className="mt-1 text-xs">{t.forms.confusionMeasuring}</p>}
      {data && (
        <>
          <p className="mt-1 text-xs" role="status">
            {data.mistakes.length === 0
              ? t.forms.confusionNone(data.samples)
              : t.forms.confusionSome(data.samples - data.mistakes.length, data.samples)}
          </p>
          <ul className="mt-1 flex flex-col gap-2">
            {pairsOf(data.mistakes).map((pair) => (
              <Pair key={`${pair[0]?.intent} ${pair[0]?.heardAs}`} mistakes={pair} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Pair({ mistakes }: { mistakes: readonly Mistake[] }) {
  const t = useText()
  const locale = useLocale()
  const [first] = mistakes
  if (!first) return null
  const { intent, heardAs } = first
  return (
    <li className="text-xs" data-testid={`confused-${intent}-${heardAs ?? 'none'}`}>
      <p className={heardAs === null ? 'text-ink-2' : 'font-medium text-call'}>
        {heardAs === null ? t.forms.confusionUnsure(intent, mistakes.length) : t.forms.confusionPair(intent, heardAs, mistakes.length)}
      </p>
      {mistakes.map(({ sample }) => (
        <Button
          key={sample}
          look="ghost"
          size="small"
          className="h-auto min-h-6 w-full shrink justify-start whitespace-normal text-left"
          aria-label={t.forms.confusionGo(sample)}
          onClick={() => goToSample(intent, sample)}
        >
          {quoted[locale](sample)}
        </Button>
      ))}
    </li>
  )
}

type Measured = { samples: number; mistakes: readonly Mistake[] }

async function measure<Set>(sets: readonly Set[], ask: (set: Set) => Promise<Measured>): Promise<Measured> {
  const all = await Promise.all(sets.map(ask))
  const mistakes = all.flatMap((one) => one.mistakes)
  const kept = new Map(mistakes.map((mistake) => [JSON.stringify([mistake.intent, mistake.sample, mistake.heardAs]), mistake]))
  return { samples: all.reduce((sum, { samples }) => sum + samples, 0) - (mistakes.length - kept.size), mistakes: [...kept.values()] }
}

/** The mistakes by what is mistaken for what: wrong ways first, then what is not recognised, the most frequent first. */
function pairsOf(mistakes: readonly Mistake[]): Mistake[][] {
  const pairs = new Map<string, Mistake[]>()
  for (const mistake of mistakes) {
    const key = JSON.stringify([mistake.intent, mistake.heardAs])
    pairs.set(key, [...(pairs.get(key) ?? []), mistake])
  }
  const isUnsure = (pair: readonly Mistake[]) => (pair[0]?.heardAs === null ? 1 : 0)
  return [...pairs.values()].sort((a, b) => isUnsure(a) - isUnsure(b) || b.length - a.length)
}

function goToSample(intent: string, sample: string): void {
  const inputs = document.querySelectorAll<HTMLElement>('[data-sample]')
  const found = [...inputs].find((input) => input.dataset.sample === `${intent} ${sample}`)
  found?.scrollIntoView({ block: 'center' })
  found?.focus()
}
