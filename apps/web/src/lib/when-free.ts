const latestMs = 2_000

/** Calls back in the page's first free moment; returns how to call it off. */
export function whenFree(act: () => void): () => void {
  // Safari does not tell.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, latestMs / 10)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: latestMs })
  return () => cancelIdleCallback(handle)
}
