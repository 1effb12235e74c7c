'use client'

import type { Flow, Language } from '@parley/flow-runtime'
import { useMutation } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import type { LocalAudioTrack } from 'livekit-client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { errorCode } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import type { VoiceLine } from './browser-line.ts'
import { type CallPhase, isRunning } from './call-phase.ts'
import { advance, noLiveCall } from './live-call.ts'

/** After this long without an agent the call is given up; after hanging up, the server gets this long to notice. */
const agentWithinMs = 20_000
const noticeWithinMs = 3_000
/** Once loaded it stays; what could not be loaded is asked for anew by the next call. */
export const loadLine = () => import('./browser-line.ts')
const noEdges = { edges: [] }
const noId = '00000000-0000-0000-0000-000000000000'

/** One test call after the other, each on the draft of its moment: microphone, start, join, listen, live data, end. */
export function useTestCall(flowId: string) {
  const trpc = useTRPC()
  const { mutateAsync: start } = useMutation(trpc.calls.start.mutationOptions())
  const { mutateAsync: join } = useMutation(trpc.calls.join.mutationOptions())
  const { mutateAsync: endCall } = useMutation(trpc.calls.hangUp.mutationOptions())
  const [phase, setPhase] = useState<CallPhase>({ name: 'idle' })
  const [callId, setCallId] = useState<string>()
  const [called, setCalled] = useState<Flow>()
  const [live, setLive] = useState(noLiveCall)
  const [microphone, setMicrophone] = useState<LocalAudioTrack>()
  const [answeredAt, setAnsweredAt] = useState<number>()
  const line = useRef<VoiceLine>(undefined)
  const phaseNow = useRef(phase)
  phaseNow.current = phase

  const give = useCallback(
    async (id: string | undefined, code: string) => {
      setPhase({ name: 'failed', code })
      await line.current?.hangUp()
      if (id) await endCall({ callId: id }).catch(() => undefined)
    },
    [endCall],
  )

  useSubscription(
    trpc.calls.live.subscriptionOptions(
      { callId: callId ?? noId },
      {
        enabled: callId !== undefined,
        onData({ data }) {
          setLive((before) => advance(before, called ?? noEdges, data.entries))
          if (data.call.status !== 'ended') return
          const { outcome, failureCode } = data.call
          setPhase((before) =>
            before.name === 'failed' ? before : { name: 'ended', outcome: outcome ?? undefined, failureCode: failureCode ?? undefined },
          )
          void line.current?.hangUp()
        },
      },
    ),
  )

  const call = async (draft: Flow, language: Language) => {
    setLive(noLiveCall)
    setCalled(draft)
    setCallId(undefined)
    setAnsweredAt(undefined)
    setPhase({ name: 'askingMicrophone' })
    const browserLine = await loadLine().catch(() => undefined)
    if (!browserLine) return setPhase({ name: 'failed', code: 'LINE_REFUSED' })
    const opened = await browserLine.openMicrophone()
    if (!opened.ok) return setPhase({ name: 'failed', code: opened.code })
    setMicrophone(opened.track)
    let id: string | undefined
    try {
      setPhase({ name: 'preparing' })
      id = (await start({ flowId, language, draft })).callId
      setCallId(id)
      const entry = await join({ callId: id })
      setPhase({ name: 'joining' })
      const startedId = id
      line.current = await browserLine
        .openVoiceLine(entry, opened.track, {
          onAgent: () => {
            setAnsweredAt((before) => before ?? Date.now())
            setPhase((before) => (before.name === 'joining' || before.name === 'waiting' ? { name: 'inCall' } : before))
          },
          onGone: (why) => {
            if (why === 'lost') void give(startedId, 'LINE_LOST')
            else setPhase((before) => (isRunning(before) ? { name: 'ending' } : before))
          },
        })
        .catch(() => Promise.reject(new Error('LINE_REFUSED')))
      setPhase((before) => (before.name === 'joining' ? { name: 'waiting' } : before))
    } catch (error) {
      opened.track.stop()
      const code = error instanceof Error && error.message === 'LINE_REFUSED' ? 'LINE_REFUSED' : errorCode(error)
      if (phaseNow.current.name !== 'ended') await give(id, code)
    }
  }

  const hangUp = async () => {
    setPhase({ name: 'ending' })
    await line.current?.hangUp()
    if (callId === undefined) return setPhase({ name: 'ended' })
    await new Promise((resolve) => setTimeout(resolve, line.current ? noticeWithinMs : 0))
    if (phaseNow.current.name === 'ending')
      await endCall({ callId }).catch((error: unknown) => setPhase({ name: 'failed', code: errorCode(error) }))
  }

  useEffect(() => {
    if (phase.name !== 'waiting') return
    const timer = setTimeout(() => void give(callId, 'NO_AGENT'), agentWithinMs)
    return () => clearTimeout(timer)
  }, [phase.name, callId, give])
  useEffect(() => () => void line.current?.hangUp(), [])

  return { phase, callId, called, live, microphone, answeredAt, call, hangUp }
}
