import type { ProviderNews } from '@parley/db'
import { type Circuit, createCircuit } from '@parley/understanding'
import type { SpeechError } from './speech-error.ts'

export type ProviderCircuit = Pick<Circuit, 'admits' | 'rests' | 'succeeded' | 'released'> & {
  failed(error: Pick<SpeechError, 'code'>): void
}

export type Circuits = {
  /** The one circuit of a provider of a tenant in this process. */
  of(tenantId: string, provider: string): ProviderCircuit
}

type CircuitsOptions = { now: () => number; onNews?: (tenantId: string, news: ProviderNews) => void }

/** Circuit breakers of one process, by tenant and provider. `onNews`: a request failed, or a provider works again. `now`: epoch milliseconds. */
export function createCircuits({ now, onNews = () => undefined }: CircuitsOptions): Circuits {
  const known = new Map<string, ProviderCircuit>()

  function create(tenantId: string, provider: string): ProviderCircuit {
    const circuit = createCircuit(now)
    let open = false
    const tell = (isOpen: boolean, code?: string) => {
      const opened = isOpen && !open
      open = isOpen
      onNews(tenantId, { provider, open, opened, ...(code ? { code } : {}) })
    }
    return {
      admits: circuit.admits,
      rests: circuit.rests,
      released: circuit.released,
      succeeded() {
        circuit.succeeded()
        if (open) tell(false)
      },
      failed({ code }) {
        circuit.failed()
        tell(true, code)
      },
    }
  }

  return {
    of(tenantId, provider) {
      const key = JSON.stringify([tenantId, provider])
      const circuit = known.get(key) ?? create(tenantId, provider)
      known.set(key, circuit)
      return circuit
    },
  }
}
