import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { CallPhase } from '../test-call/call-phase.ts'

/** What to do now, while the path's call is where it is. */
export function hearWords({ firstRun: { hear } }: SharedCatalogue, phase: CallPhase, isWriting: boolean): string {
  switch (phase.name) {
    case 'askingMicrophone':
      return hear.asking
    case 'preparing':
    case 'joining':
    case 'waiting':
      return hear.connecting
    case 'inCall':
      return hear.inCall
    case 'failed':
      return isWriting ? hear.writing : phase.code.startsWith('MICROPHONE_') ? hear.noMicrophone : hear.failed
    case 'ending':
      return hear.over
    case 'ended':
      return phase.failureCode === undefined ? hear.over : hear.failed
    case 'idle':
      return isWriting ? hear.writing : hear.intro
  }
}
