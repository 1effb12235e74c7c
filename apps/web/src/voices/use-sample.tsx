'use client'

import type { Language } from '@parley/flow-runtime'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'

/** A voice with the sentence all voices say, or (`text`) words of a flow in its voice; then the voice may be the default one. */
export type SampleOf =
  | { source: string; voice: string; language: Language; text?: undefined }
  | { source?: string; voice?: string; language: Language; text: string }
type SampleState = { key: string; phase: 'making' | 'playing' } | { key: string; phase: 'failed'; code: string } | undefined

const refusal = z.object({ code: z.string() })
const keyOf = ({ source, voice, language, text }: SampleOf) => JSON.stringify([source, language, voice, text])
/** Samples of this session, by what they are of: made and paid for once. */
const kept = new Map<string, string>()
const mostKept = 200

function ask(of: SampleOf): Promise<Response> {
  const address = '/api/voices/sample'
  if (of.text === undefined)
    return fetch(`${address}?${new URLSearchParams({ source: of.source, voice: of.voice, language: of.language })}`)
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(of) })
}

async function sampleUrl(of: SampleOf): Promise<{ url: string } | { code: string }> {
  const known = kept.get(keyOf(of))
  if (known) return { url: known }
  try {
    const response = await ask(of)
    if (!response.ok) return refusal.parse(await response.json())
    const url = URL.createObjectURL(await response.blob())
    kept.set(keyOf(of), url)
    const [oldest] = kept
    if (kept.size > mostKept && oldest) {
      kept.delete(oldest[0])
      URL.revokeObjectURL(oldest[1])
    }
    return { url }
  } catch {
    return { code: 'OFFLINE' }
  }
}

type Samples = { state: SampleState; toggle: (of: SampleOf) => void; isOf: (of: SampleOf) => boolean }
const SampleContext = createContext<Samples>({ state: undefined, toggle: () => undefined, isOf: () => false })

/** Plays samples of voices, one at a time. */
export const useSample = () => useContext(SampleContext)

export function SampleProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SampleState>()
  const wanted = useRef<string>(undefined)
  const audio = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const player = new Audio()
    audio.current = player
    return () => player.pause()
  }, [])

  const value = useMemo<Samples>(() => {
    const stop = () => {
      wanted.current = undefined
      audio.current?.pause()
      setState(undefined)
    }
    async function play(of: SampleOf) {
      const key = keyOf(of)
      const isWanted = () => wanted.current === key
      audio.current?.pause()
      wanted.current = key
      setState({ key, phase: 'making' })
      const made = await sampleUrl(of)
      const player = audio.current
      if (!isWanted() || !player) return
      if ('code' in made) return setState({ key, phase: 'failed', code: made.code })
      player.src = made.url
      player.onended = stop
      await player.play().then(
        () => isWanted() && setState({ key, phase: 'playing' }),
        () => isWanted() && setState(undefined),
      )
    }
    return {
      state,
      isOf: (of) => state?.key === keyOf(of),
      toggle: (of) => (state?.key === keyOf(of) && state.phase !== 'failed' ? stop() : void play(of)),
    }
  }, [state])

  return <SampleContext.Provider value={value}>{children}</SampleContext.Provider>
}
