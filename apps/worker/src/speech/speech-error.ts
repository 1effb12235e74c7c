type SpeechStage = 'recognition' | 'synthesis'
type SpeechFault = 'UNAUTHORIZED' | 'REFUSED' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'TIMEOUT' | 'BROKEN'

/** A speech provider failed. `code` is stable (`SYNTHESIS_UNAUTHORIZED`); `retryable`: the same request may succeed if sent again. */
export class SpeechError extends Error {
  readonly stage: SpeechStage
  readonly fault: SpeechFault

  constructor(stage: SpeechStage, fault: SpeechFault, detail?: string) {
    super(detail ? `${stage} ${fault.toLowerCase()}: ${detail}` : `${stage} ${fault.toLowerCase()}`)
    this.name = 'SpeechError'
    this.stage = stage
    this.fault = fault
  }

  get code(): string {
    return `${this.stage.toUpperCase()}_${this.fault}`
  }

  get retryable(): boolean {
    return this.fault !== 'UNAUTHORIZED' && this.fault !== 'REFUSED'
  }
}

/** What an HTTP status of a provider means, in a response or a refused socket handshake. */
export function faultOfStatus(status: number): SpeechFault {
  if (status === 401 || status === 402 || status === 403) return 'UNAUTHORIZED'
  if (status === 400 || status === 404 || status === 422) return 'REFUSED'
  if (status === 408) return 'TIMEOUT'
  if (status === 429) return 'RATE_LIMITED'
  return 'UNAVAILABLE'
}
