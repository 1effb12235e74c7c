import { appendJournal, setCallStatus } from '@parley/db'
import type { CallState, Language } from '@parley/flow-runtime'
import { voiceIdFor } from '@parley/flow-runtime/flow-voice'
import { createTools } from '@parley/integrations'
import type { Logger } from 'pino'
import { openCallRecording } from './call-recording.ts'
import { conduct } from './conductor.ts'
import type { Conducted } from './ending.ts'
import { failureCodeOf } from './failure-code.ts'
import { createJournalWriter } from './journal-writer.ts'
import type { LoadedCall } from './load-call.ts'
import { languageOf, watchesForMachine } from './machine-detection/watches-for-machine.ts'
import type { MediaDeps } from './media-deps.ts'
import { type LineKind, openLine } from './open-line.ts'
import { recordsInJournal } from './records-port.ts'
import { speechOf } from './speech-of.ts'
import { noTasks } from './tasks-port.ts'
import { createWarmTransfer } from './warm-transfer/warm-transfer.ts'
import { warmUpFlow } from './warm-up-flow.ts'

const journalStoredWithinMs = 5_000

export type RunCallOptions = {
  tenantId: string
  callId: string
  attempt: number
  channel: LineKind
  maxCallMs: number
  signal: AbortSignal
  /** Called when another process turns out to write this call's journal, or when the line is lost and may come back elsewhere. */
  leave: (code: string) => void
  onProgress: (progress: { journalSeq: number; nodeId?: string }) => void
  logger: Logger
}

/** Conducts a loaded call with everything a real one has: line, recording, journal, tools. Frees all of it, whatever happens. */
export async function runCall(
  deps: MediaDeps,
  { flow, facts, journal: earlier }: Extract<LoadedCall, { ok: true }>,
  { tenantId, callId, attempt, channel, logger, ...run }: RunCallOptions,
): Promise<Conducted & { durationMs: number }> {
  const { db, clock, carrierAnswers } = deps
  const { settings } = flow
  let state: CallState | undefined
  /** Ended, not left to another process. */
  let over = false

  const journal = createJournalWriter({
    afterSeq: earlier.at(-1)?.seq,
    write: async (entries) => {
      await appendJournal(db, tenantId, callId, entries)
      run.onProgress({ journalSeq: entries.at(-1)?.seq ?? 0 })
    },
    onTrouble: ({ code, waiting, error }) => {
      logger[code === 'JOURNAL_BACK' ? 'info' : 'error']({ code, waiting, cause: failureCodeOf(error, 'unknown') }, 'journal')
      if (code === 'JOURNAL_FORKED') run.leave(code)
    },
  })
  const note = (code: string, detail?: string) => void journal.append({ kind: 'note', at: clock.now(), code, detail })

  const onNote = ({ code, detail }: { code: string; detail?: string }) => note(code, detail)

  const { speech, understandingFor, generator } = await deps.providersFor(tenantId)
  const understand = understandingFor(settings.understanding.threshold)
  void warmUpFlow(flow, facts.language, speech, channel === 'phone' ? 8_000 : 24_000, understand, logger)

  const recording = settings.recording.enabled
    ? await openCallRecording({
        db,
        clock,
        logger,
        recordings: deps.recordings,
        tenantId,
        callId,
        startsWhen: settings.recording.startsWhen,
        earlier,
        note,
      })
    : undefined

  const spoken = { speech: speechOf(flow, speech), voiceFor: (language: Language) => voiceIdFor(settings, language) }
  const callColleague = channel === 'phone' ? deps.colleaguesOf?.({ tenantId, callId, maxCallMs: run.maxCallMs }) : undefined
  const { timeZone } = facts

  try {
    const port = await openLine(deps, {
      tenantId,
      callId,
      attempt,
      channel,
      logger,
      ...spoken,
      onLost: () => run.leave('LINE_LOST'),
      onLineNote: note,
      interruption: settings.interruption,
      ...(settings.followLanguage ? { languages: flow.languages } : {}),
      endOfTurnModel: deps.endOfTurnModel,
      machineDetection:
        watchesForMachine(flow, facts) && earlier.length === 0
          ? { language: languageOf(flow, facts), carrier: (tell) => carrierAnswers?.hear({ tenantId, callId }, tell) ?? (() => undefined) }
          : undefined,
      recorder: recording?.recorder,
      warmTransfer: callColleague && createWarmTransfer({ ...spoken, callColleague, understand, timeZone, clock, onNote }),
      onNote,
    })
    try {
      const conducted = await conduct({
        flow,
        facts,
        port,
        understand,
        generator,
        tasks: noTasks,
        records: (entry, key) => {
          recording?.hearConsent(entry)
          return recordsInJournal(entry, key)
        },
        tools: createTools({ db, tenantId, callId, timeZone: facts.timeZone, now: clock.now }),
        journal,
        clock,
        resume: earlier,
        signal: run.signal,
        maxCallMs: run.maxCallMs,
        onAnswered: () => {
          setCallStatus(db, tenantId, callId, 'conducting').catch((error: unknown) => {
            logger.error({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'the call could not be marked as answered')
          })
        },
        onState: (now) => {
          state = now
          run.onProgress({ journalSeq: journal.lastWrittenSeq(), nodeId: now.at })
        },
      })
      over = true
      return { ...conducted, durationMs: state ? clock.now() - state.startedAt : 0 }
    } finally {
      await port.close()
    }
  } finally {
    await (over ? recording?.save() : recording?.leave())
    const stored = await journal.flushed(journalStoredWithinMs)
    // A call that goes on elsewhere has another writer.
    if (!stored && over) deps.lateJournals.keep(journal, callId)
    else journal.close()
  }
}
