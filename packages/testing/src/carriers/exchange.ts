import { setTimeout as sleep } from 'node:timers/promises'
import { openSocketHandset, type SocketHandset } from '../caller/socket-handset.ts'
import { type SocketProtocolName, type SocketProtocolOptions, socketProtocols } from '../caller/socket-protocols.ts'
import type { CarrierFaults } from './faults.ts'
import { createMessenger } from './messenger.ts'
import {
  type CallOrder,
  type CallState,
  type Contact,
  type Instruction,
  isFinished,
  type SimulatedCall,
  type WebRequest,
} from './simulated-call.ts'

/** How one carrier tells and asks. */
export type Dialect = {
  protocol: SocketProtocolName
  newCallId(): string
  /** Undefined: this carrier does not tell that. */
  news(call: SimulatedCall, statusUrl: string, sequence: number): WebRequest | undefined
  machine(call: SimulatedCall, statusUrl: string, answeredBy: 'human' | 'machine'): WebRequest | undefined
  question(call: SimulatedCall, url: string): WebRequest
  /** The media socket could not be opened, or went away without the contact; undefined: the carrier ends the call. */
  lost(call: SimulatedCall, url: string): WebRequest | undefined
  instruction(answer: string): Instruction
}

export type SimulatedDial = { at: number; to: string; from: string; reference?: string; callId: string }
export type Exchange = ReturnType<typeof createExchange>
type Running = {
  call: SimulatedCall
  order: CallOrder
  contact: Contact
  sequence: number
  timers: Set<NodeJS.Timeout>
  handset?: SocketHandset
}

const defaultRingMs = 30

type ExchangeOptions = {
  contact: (to: string) => Contact
  media?: SocketProtocolOptions | undefined
  onDial?: ((dial: SimulatedDial) => void) | undefined
}

/** The telephone network behind a carrier's API: rings contacts, tells of it, connects media sockets, and does what it is told. */
export function createExchange(dialect: Dialect, options: ExchangeOptions) {
  const running = new Map<string, Running>()
  const dials: SimulatedDial[] = []
  let faults: CarrierFaults = {}
  let attempts = 0
  const messenger = createMessenger(() => faults)

  function after(one: Running, ms: number, run: () => void) {
    const timer = setTimeout(() => {
      one.timers.delete(timer)
      run()
    }, ms)
    one.timers.add(timer)
  }

  function enter(one: Running, state: CallState) {
    one.call.state = state
    const { statusUrl, statusOf } = one.order
    if (statusUrl === undefined || (statusOf && !statusOf.includes(state) && !isFinished(one.call))) return
    one.sequence += 1
    messenger.tell(one.call.id, state, dialect.news(one.call, statusUrl, one.sequence))
  }

  function end(one: Running, state: CallState, by: SimulatedCall['endedBy']) {
    if (isFinished(one.call)) return
    for (const timer of one.timers) clearTimeout(timer)
    one.call.endedAt = Date.now()
    one.call.endedBy = by
    one.handset?.close().catch(() => undefined)
    enter(one, state)
  }

  function place(order: CallOrder): SimulatedCall {
    const call: SimulatedCall = {
      id: dialect.newCallId(),
      direction: order.direction,
      to: order.to,
      from: order.from,
      reference: order.reference,
      state: 'initiated',
      createdAt: Date.now(),
      onMedia: false,
      violations: [],
    }
    const contact = options.contact(order.direction === 'outbound' ? order.to : order.from)
    const one: Running = { call, order, contact, sequence: 0, timers: new Set() }
    running.set(call.id, one)
    if (order.direction === 'outbound') {
      const dial = { at: call.createdAt, to: call.to, from: call.from, reference: call.reference, callId: call.id }
      dials.push(dial)
      options.onDial?.(dial)
    }
    enter(one, 'initiated')
    const ringMs = contact.ringMs ?? defaultRingMs
    after(one, Math.min(5, ringMs), () => enter(one, 'ringing'))
    if (contact.refuses) after(one, ringMs, () => end(one, contact.refuses ?? 'failed', 'contact'))
    else if (order.ringMs !== undefined && ringMs > order.ringMs) after(one, order.ringMs, () => end(one, 'no-answer', 'carrier'))
    else after(one, ringMs, () => answer(one))
    return call
  }

  function answer(one: Running) {
    const { call, order, contact } = one
    call.answeredAt = Date.now()
    enter(one, 'in-progress')
    if (contact.stayMs !== undefined) after(one, contact.stayMs, () => end(one, 'completed', 'contact'))
    if (order.maxMs !== undefined) after(one, order.maxMs, () => end(one, 'completed', 'carrier'))
    const { statusUrl } = order
    if (order.detectMachine && contact.answeredBy && statusUrl !== undefined)
      messenger.tell(call.id, 'machine', dialect.machine(call, statusUrl, contact.answeredBy))
    if ('mediaUrl' in order.target) follow(one, { type: 'connect', mediaUrl: order.target.mediaUrl })
    else askFor(one, dialect.question(call, order.target.answerUrl))
  }

  function askFor(one: Running, question: WebRequest | undefined) {
    if (!question) return end(one, 'completed', 'carrier')
    messenger.ask(one.call.id, question).then(
      (text) => follow(one, dialect.instruction(text)),
      () => end(one, 'failed', 'carrier'),
    )
  }

  function follow(one: Running, instruction: Instruction) {
    if (isFinished(one.call)) return
    if (instruction.type === 'hangUp') return end(one, instruction.reason ?? 'completed', 'agent')
    if (instruction.type === 'none') return end(one, 'completed', 'carrier')
    if (instruction.type === 'dial') {
      one.call.movedTo = instruction.to
      const { handset } = one
      one.handset = undefined
      handset?.close().catch(() => undefined)
      return
    }
    if (one.contact.talk) connect(one, instruction).catch(() => end(one, 'failed', 'carrier'))
  }

  async function connect(one: Running, { mediaUrl, resumeUrl }: Extract<Instruction, { type: 'connect' }>) {
    const { call, contact } = one
    const resume = () => askFor(one, resumeUrl === undefined ? undefined : dialect.lost(call, resumeUrl))
    let lineEnded: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      lineEnded = resolve
    })
    const protocol = socketProtocols[dialect.protocol]({ ...options.media, callId: call.id, from: call.from, to: call.to })
    const onEnd = () => {
      call.onMedia = false
      lineEnded()
      if (one.handset !== handset || isFinished(call)) return
      one.handset = undefined
      resume()
    }
    const opening = openSocketHandset({
      url: mediaUrl,
      protocol,
      onEnd,
      isHalfOpen: () => faults.isHalfOpen?.() ?? false,
      isMute: contact.isMute,
    })
    const handset = await opening.catch(() => undefined)
    if (!handset) return resume()
    if (isFinished(call)) return void (await handset.close())
    one.handset = handset
    call.onMedia = true
    call.violations = handset.violations
    const hangUp = () => {
      if (one.handset === handset && !isFinished(call)) end(one, 'completed', 'contact')
    }
    // What the contact puts down is the telephone; the carrier's socket goes with it.
    await contact.talk?.({ ...handset, close: async () => hangUp() }, ended)
    hangUp()
  }

  const runningOf = (id: string) => running.get(id)
  return {
    dials,
    place,
    faults: () => faults,
    setFaults(next: CarrierFaults) {
      faults = next
    },
    nextAttempt: () => {
      attempts += 1
      return faults.dial?.(attempts - 1)
    },
    /** Newest first. */
    calls: () => [...running.values()].map(({ call }) => call).reverse(),
    call: (id: string) => runningOf(id)?.call,
    /** The socket of a call breaks without a word. */
    dropMedia: (id: string) => runningOf(id)?.handset?.drop(),
    /** The agent's side asks for the end. False when it is over. */
    hangUp(id: string): boolean {
      const one = runningOf(id)
      if (!one || isFinished(one.call)) return false
      end(one, one.call.state === 'in-progress' ? 'completed' : 'canceled', 'agent')
      return true
    },
    /** The agent's side gives a running call new instructions. False when it is over. */
    instruct(id: string, instruction: Instruction): boolean {
      const one = runningOf(id)
      if (one?.call.state !== 'in-progress') return false
      follow(one, instruction)
      return true
    },
    async close() {
      for (const one of running.values()) end(one, 'failed', 'carrier')
      messenger.close()
      await sleep(0)
    },
  }
}
