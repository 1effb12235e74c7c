'use client'

import { useCallback, useEffect, useState } from 'react'

const storageKey = 'parley.flow-map'

/** Whether the map is shown; remembered in this browser. */
export function useMapShown(): [boolean, () => void] {
  const [isShown, setShown] = useState(false)
  useEffect(() => setShown(localStorage.getItem(storageKey) === 'shown'), [])
  const toggle = useCallback(
    () =>
      setShown((before) => {
        localStorage.setItem(storageKey, before ? 'hidden' : 'shown')
        return !before
      }),
    [],
  )
  return [isShown, toggle]
}
