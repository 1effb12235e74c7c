type Agents = typeof import('@livekit/agents')

let loading: Promise<Agents> | undefined

/**
 * LiveKit's framework, which its plugins are made of: loaded (100 MB, about a second) by the first provider that needs it. It logs nothing:
 * it would log what was said, and its failures come as errors.
 */
export function loadAgents(): Promise<Agents> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Agents> {
  const agents = await import('@livekit/agents')
  agents.initializeLogger({ pretty: false, level: 'silent' })
  return agents
}

/** How a plugin is told to connect: once, and no longer than the next provider is kept waiting. */
export const connectOnce = { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 1_000 } as const
