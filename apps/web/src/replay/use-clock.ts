'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** Time that runs like a recording, for what has none: seconds from 0 to `length`. */
export function useClock(length: number) {
  const [position, setPosition] = useState(0)
  const [playing, setPlaying] = useState(false)
  const now = useRef(0)

  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let frame = requestAnimationFrame(function follow(at) {
      now.current = Math.min(length, now.current + Math.max(0, at - before) / 1000)
      before = at
      setPosition(now.current)
      if (now.current >= length) setPlaying(false)
      else frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, length])

  const seek = useCallback((seconds: number, play = false) => {
    now.current = seconds
    setPosition(seconds)
    if (play) setPlaying(true)
  }, [])
  const toggle = useCallback(() => {
    if (now.current >= length) now.current = 0
    setPlaying((before) => !before)
  }, [length])
  return { position, playing, seek, toggle }
}
