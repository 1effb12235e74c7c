import {
  begin,
  type CallEvent,
  type CallState,
  type Effect,
  type Flow,
  type JournalEntry,
  type Stepped,
  step,
  textIn,
} from '@parley/flow-runtime'
import type { Clock } from './clock.ts'
import type { Conducted } from './ending.ts'
import { failureCodeOf } from './failure-code.ts'
import { createForesight } from './foresight.ts'
import type { Journal } from './journal-writer.ts'
import { createKeyEntry } from './key-entry.ts'
import { evidenceOf } from './machine-detection/judgement.ts'
import { createPerformers, type PerformOptions } from './perform.ts'
import { type Restored, restore } from './restore.ts'
import { createSecrets } from './secrets.ts'
import { staleSpeeches } from './stale-speeches.ts'
import { createTurnClock } from './turn-clock.ts'
import type { PortEvent } from './voice-port.ts'
import { createWaitingLine } from './waiting-line.ts'
import { within } from './within.ts'

const failureLineWithinMs = 20_000

type Heard = Pick<Extract<PortEvent, { type: 'contactSaid' }>, 'listenId' | 'timing'>
export type Ending = Omit<Conducted, 'turns' | 'bridged'>

export type ConversationOptions = Pick<PerformOptions, 'callId' | 'port' | 'understand' | 'generator' | 'tools' | 'tasks' | 'records'> & {
  flow: Flow
  journal: Journal
  clock: Clock
  /** Told once: how the conversation ended. */
  end: (ending: Ending) => void
  onState?: (state: CallState) => void
}

/** Only something outside can move the call on: nobody is listened to and nothing is said. */
function waitsOutside({ status, awaiting }: CallState): boolean {
  const outside = awaiting.some(({ type }) => type === 'understand' || type === 'generate' || type === 'callTool')
  return status === 'running' && outside && !awaiting.some(({ type }) => type === 'listen' || type === 'say')
}

/** The fold of one call: event → step → effects → next event, each written to the journal in its order. */
export function createConversation({ flow, port, journal, clock, end, ...options }: ConversationOptions) {
  const over = new AbortController()
  const queue: { event: CallEvent; heard?: Heard }[] = []
  const firstLanguage = flow.languages[0] ?? 'en'
  let living = false
  /** The carrier may say so before the conversation has begun. */
  let machineBefore = false
  let state: CallState | undefined
  let failureCode: string | undefined
  let listening: string | undefined
  let restored: Restored | undefined

  const secrets = createSecrets()
  const keys = createKeyEntry(secrets)
  const note = (code: string, detail?: string) => journal.append({ kind: 'note', at: clock.now(), code, detail })
  const turns = createTurnClock((timing) => journal.append({ kind: 'timing', at: clock.now(), timing }))
  const foresight = createForesight({ flow, understand: options.understand, port, now: clock.now })
  const performers = createPerformers({
    ...options,
    understand: foresight.engine,
    port,
    journal,
    secrets,
    note,
    signal: over.signal,
    language: () => state?.language ?? firstLanguage,
    answer: (answer) => tell({ ...answer, at: clock.now() }),
    begins: (id) => turns.answers(id, clock.now()),
    spoke: turns.spoke,
  })

  const waiting = createWaitingLine({
    waits: () => !over.signal.aborted && state !== undefined && waitsOutside(state),
    isSpeaking: () => performers.speaking().length > 0,
    say: () => {
      const line = textIn(flow.settings.waitingLine, state?.language ?? firstLanguage, firstLanguage)
      if (line !== '') note('WAITING_LINE')
      sayAside(`waiting-${clock.now()}`, line, true)
    },
  })

  const endingOf = (outcome: CallState['outcome'] = 'completed'): Ending =>
    outcome === 'failed' ? { outcome, failureCode: failureCode ?? 'FLOW_FAILED' } : { outcome }

  /** The flow cannot be interpreted: its failure line is said without it. */
  function defect(error: unknown) {
    if (over.signal.aborted) return
    over.abort()
    note('FLOW_DEFECT', error instanceof Error ? error.message : String(error))
    failureCode = 'FLOW_DEFECT'
    port.stopListening()
    port.interrupt()
    const language = state?.language ?? firstLanguage
    const text = textIn(flow.settings.failureLine, language, firstLanguage)
    within(port.say({ id: 'failure', text, language, interruptible: false }), failureLineWithinMs, 'SYNTHESIS_TIMEOUT')
      .catch((lost: unknown) => note('FAILURE_LINE_LOST', failureCodeOf(lost, 'SYNTHESIS_FAILED')))
      .then(() => end(endingOf('failed')))
  }

  function writeStep({ state: now, effects, decisions }: Stepped) {
    const { at, variables, status, outcome, turns: count } = now
    journal.append({ kind: 'step', at: clock.now(), state: { at, variables, status, outcome, turns: count }, effects, decisions })
  }

  function perform(effects: readonly Effect[]) {
    for (const effect of effects) {
      if (effect.type === 'listen') {
        listening = effect.id
        keys.listens(effect)
      }
      if (effect.type === 'say') turns.answers(effect.id, clock.now())
      performers.perform(effect)
    }
  }

  /** Ends what the port and the clock still do for effects that the flow no longer waits for. */
  function dropStale(event: CallEvent, before: CallState | undefined, { state: { awaiting }, effects }: Stepped) {
    const awaited = new Set(awaiting.map(({ id }) => id))
    performers.keepWaits(awaited)
    if (listening !== undefined && !awaited.has(listening)) {
      const isReplaced = effects.some(({ type }) => type === 'listen')
      if (!isReplaced && (!('effectId' in event) || event.effectId !== listening)) port.stopListening()
      listening = undefined
    }
    const wanted = new Set([...awaited, ...performers.keepGenerations(awaiting)])
    const stale = staleSpeeches(event, before, wanted, performers.speaking())
    if (stale.length > 0) port.interrupt(stale)
  }

  function settle({ status, outcome, awaiting }: CallState) {
    if (status === 'ended') end(endingOf(outcome))
    else if (awaiting.length === 0) defect('The flow waits for nothing.')
  }

  function live(event: CallEvent, heard?: Heard) {
    if (!state && event.type !== 'callStarted') return
    journal.append({ kind: 'event', at: event.at, event })
    if (event.type === 'providerFailed') failureCode ??= event.code
    if (event.type === 'understood' || event.type === 'generated') turns.understood(event.at)
    const answers = heard && state?.awaiting.some(({ id }) => id === heard.listenId)
    const before = state
    const stepped = event.type === 'callStarted' ? begin(flow, event) : before && step(flow, before, event)
    if (!stepped) return
    state = stepped.state
    if (answers) turns.heard(state.turns, heard.timing)
    writeStep(stepped)
    options.onState?.(state)
    dropStale(event, before, stepped)
    perform(stepped.effects)
    if (listening === undefined) foresight.settled()
    else if (stepped.effects.some(({ type }) => type === 'listen')) foresight.listens(state)
    waiting.happened()
    settle(state)
    if (event.type === 'callStarted' && machineBefore) queue.push({ event: { type: 'machineDetected', at: clock.now() } })
  }

  /** One event at a time: what comes while one is lived waits. After the end nothing is heard any more. */
  function tell(event: CallEvent, heard?: Heard) {
    queue.push({ event, heard })
    if (living) return
    living = true
    try {
      for (let next = queue.shift(); next && !over.signal.aborted; next = queue.shift()) live(next.event, next.heard)
    } catch (error) {
      defect(error)
    }
    living = false
  }

  /** Says something the flow did not ask for; a voice that fails counts as for any speech. */
  function sayAside(id: string, text: string, interruptible: boolean) {
    if (text === '') return
    performers.speak({ id, text, language: state?.language ?? firstLanguage, interruptible }, ({ failure }) => {
      if (failure) tell({ type: 'providerFailed', at: clock.now(), ...failure })
    })
  }

  return {
    tell,
    note,
    state: () => state,
    /** Hears what the line says. */
    hear: (event: PortEvent) => {
      if (over.signal.aborted) return
      const at = clock.now()
      if (event.type === 'contactSaid') {
        const { listenId, confidence, language } = event
        tell({ type: 'contactSaid', at, effectId: listenId, text: keys.words(event.text), confidence, language }, event)
      } else if (event.type === 'contactMaySay') {
        if (state && !keys.isSecret()) foresight.mayBe(state, event)
      } else if (event.type === 'recognitionLate') waiting.late()
      else if (event.type === 'contactSilent') tell({ type: 'contactSilent', at, effectId: event.listenId })
      else if (event.type === 'keyPressed') tell({ type: 'keyPressed', at, key: keys.key(event.key, listening !== undefined) })
      else if (event.type === 'answeredBy') note(`ANSWERED_BY_${event.judgement.answeredBy.toUpperCase()}`, evidenceOf(event.judgement))
      else if (event.type === 'machineDetected') {
        if (state) tell({ type: 'machineDetected', at })
        else machineBefore = true
      } else if (event.type === 'outsideEvent') tell({ type: 'outsideEvent', at, name: event.name, data: event.data })
      else if (event.type === 'failed') tell({ type: 'providerFailed', at, stage: event.stage, code: event.code })
      else if (event.type === 'bargedIn') note('BARGE_IN', String(event.afterMs))
      else {
        if (event.by === 'system') failureCode ??= event.code ?? 'LINE_LOST'
        if (state) tell({ type: 'hungUp', at, by: event.by })
        else end(endingOf(event.by === 'contact' ? 'hungUp' : 'failed'))
      }
    },
    /** Takes the state out of an earlier process's journal. False when the conversation had not begun. */
    restore: (earlier: readonly JournalEntry[]) => {
      restored = restore(flow, earlier)
      if (!restored) return false
      state = restored.stepped.state
      failureCode = restored.failureCode
      for (const name of restored.lostSecrets) secrets.lose(name)
      if (restored.stepMissing) writeStep(restored.stepped)
      options.onState?.(state)
      return true
    },
    /** Goes on after `restore`: excuses the pause and performs again whatever is awaited or may not be done. */
    goOn: () => {
      if (!state || !restored || over.signal.aborted) return
      note('RECOVERED')
      const { awaiting, status, language, lastQuestion } = state
      const asks = (type: Effect['type']) => awaiting.some((effect) => effect.type === type)
      if (status === 'running' && !asks('hangUp')) {
        sayAside(`resume-${clock.now()}`, textIn(flow.settings.resumeLine, language, firstLanguage), false)
        if (asks('listen') && !asks('say') && lastQuestion) sayAside(`again-${clock.now()}`, lastQuestion, true)
      }
      perform(restored.again(clock.now()))
      settle(state)
    },
    defect,
    /** From here on nothing is answered, performed or timed any more. */
    close: () => {
      over.abort()
      waiting.close()
      foresight.close()
      turns.close()
    },
  }
}
