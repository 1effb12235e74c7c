import { getFlowVersion } from '@parley/db'
import { type SpeechActivities, speechInput } from '@parley/temporal/contract'
import { ApplicationFailure, Context } from '@temporalio/activity'
import type { MediaDeps } from './media-deps.ts'
import type { SpeechRate } from './speech/synthesiser.ts'
import { spokenAhead } from './spoken-ahead.ts'

const rates: readonly SpeechRate[] = [24_000, 8_000]

/** The activity that makes the speech of a published version, in all its languages and for both kinds of lines. */
export function createSpeechActivities({ db, providersFor }: Pick<MediaDeps, 'db' | 'providersFor'>): SpeechActivities {
  return {
    async prepareSpeech(raw) {
      const { tenantId, flowVersionId } = speechInput.parse(raw)
      const context = Context.current()
      const version = await getFlowVersion(db, tenantId, flowVersionId)
      if (!version?.document) throw ApplicationFailure.nonRetryable('The version cannot be read.', 'FLOW_VERSION_UNREADABLE')
      const { document: flow } = version
      const { speech } = await providersFor(tenantId)
      const done = { texts: 0, ready: 0 }
      const signsOfLife = setInterval(() => context.heartbeat(done), 5_000)
      try {
        for (const sampleRate of rates) {
          for (const language of flow.languages) {
            for (const { texts, voiceId } of spokenAhead(flow, language)) {
              done.texts += texts.length
              done.ready += await speech.prepare(texts, { language, voiceId, sampleRate, signal: context.cancellationSignal })
            }
          }
        }
      } finally {
        clearInterval(signsOfLife)
      }
      if (done.ready < done.texts) throw ApplicationFailure.retryable('Not all texts could be spoken.', 'SPEECH_NOT_READY')
      return done
    },
  }
}
