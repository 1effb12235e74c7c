'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** One audio element and where it is. `ref` goes to the element; seconds everywhere. */
export function usePlayer() {
  const ref = useRef<HTMLAudioElement>(null)
  const [position, setPosition] = useState(0)
  const [playing, setPlaying] = useState(false)
  /** Where it was when its source stopped working; the next one goes on there. */
  const stoppedAt = useRef(0)

  useEffect(() => {
    if (!playing) return
    let frame = 0
    const follow = () => {
      if (ref.current) setPosition(ref.current.currentTime)
      frame = requestAnimationFrame(follow)
    }
    frame = requestAnimationFrame(follow)
    return () => cancelAnimationFrame(frame)
  }, [playing])

  const seek = useCallback((seconds: number, play = false) => {
    const audio = ref.current
    if (!audio) return
    audio.currentTime = seconds
    setPosition(seconds)
    if (play) void audio.play().catch(() => setPlaying(false))
  }, [])

  const toggle = useCallback(() => {
    const audio = ref.current
    if (!audio) return
    if (audio.paused) void audio.play().catch(() => setPlaying(false))
    else audio.pause()
  }, [])

  const events = {
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => setPlaying(false),
    onError: () => {
      stoppedAt.current = ref.current?.currentTime ?? 0
      setPlaying(false)
    },
    onLoadedMetadata: () => {
      if (ref.current && stoppedAt.current > 0) ref.current.currentTime = stoppedAt.current
      stoppedAt.current = 0
    },
    onSeeked: () => setPosition(ref.current?.currentTime ?? 0),
  }
  return { ref, position, playing, seek, toggle, events }
}
