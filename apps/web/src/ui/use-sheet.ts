'use client'

import { useState } from 'react'

/**
 * What a dialog is about, and whether it is open. The dialog stays mounted when it closes, so that the focus goes back to where it came from;
 * `key` is another one each time it opens, so that it starts afresh.
 */
export function useSheet<T>() {
  const [state, setState] = useState<{ about?: T; isOpen: boolean; key: number }>({ isOpen: false, key: 0 })
  return {
    ...state,
    open: (about: T) => setState(({ key }) => ({ about, isOpen: true, key: key + 1 })),
    close: () => setState((shown) => ({ ...shown, isOpen: false })),
  }
}
