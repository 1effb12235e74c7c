declare global {
  var parleyWebKept: Map<string, unknown> | undefined
}

/** Makes a thing once per process and keeps it on globalThis, because Next loads modules more than once. */
export function once<T>(key: string, make: () => T): () => T {
  return () => {
    globalThis.parleyWebKept ??= new Map()
    const kept = globalThis.parleyWebKept
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
}
