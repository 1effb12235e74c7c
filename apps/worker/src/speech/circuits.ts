import { type Circuit, createCircuit } from '@parley/understanding'
import type { SpeechError } from './speech-error.ts'

/** What is known of a provider's health: `open`, it is not asked while another can be. `failures` counts requests, `openings` how often it was given up. */
export type ProviderHealth = { provider: string; open: boolean; failures: number; openings: number; since: number; code?: string }

export type ProviderCircuit = Pick<Circuit, 'admits' | 'succeeded' | 'released'> & { failed(error: Pick<SpeechError, 'code'>): void }

export type Circuits = {
  /** The one circuit of a provider of a tenant in this process. */
  of(tenantId: string, provider: string): ProviderCircuit
}

/** Circuit breakers of one process, by tenant and provider. `onChange`: one of them has opened or closed. `now`: epoch milliseconds. */
export function createCircuits({
  now,
  onChange = () => undefined,
}: {
  now: () => number
  onChange?: (tenantId: string, health: ProviderHealth) => void
}): Circuits {
  const known = new Map<string, ProviderCircuit>()

  function create(tenantId: string, provider: string): ProviderCircuit {
    const circuit = createCircuit(now)
    let health: ProviderHealth = { provider, open: false, failures: 0, openings: 0, since: now() }
    return {
      admits: circuit.admits,
      released: circuit.released,
      succeeded() {
        circuit.succeeded()
        if (!health.open) return
        health = { ...health, open: false, since: now() }
        onChange(tenantId, health)
      },
      failed({ code }) {
        circuit.failed()
        const opens = !health.open
        health = { ...health, open: true, failures: health.failures + 1, openings: health.openings + (opens ? 1 : 0), code }
        if (opens) health = { ...health, since: now() }
        onChange(tenantId, health)
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
