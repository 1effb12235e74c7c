import type { PortEvent, SpeechResult, VoicePort } from '../src/voice-port.ts'

/** What the contact does when it is their turn. */
export type Reply = { says: string } | 'silent' | 'leaves' | 'waits'

export type Script = {
  /** Nobody answers when false. */
  answers?: boolean
  /** What the contact does once they may speak; `question` is the last text they heard. */
  reply: (question: string) => Reply
  /** Breaks into a speech after so many words, or leaves there. */
  interrupt?: (text: string) => { afterWords: number; leaves?: boolean } | undefined
  /** Code with which a speech fails. */
  failSpeech?: (text: string) => string | undefined
  /** Speeches that never end by themselves. */
  endless?: (text: string) => boolean
  transfer?: 'connected' | 'noAnswer'
  hangUp?: () => Promise<void>
}

type Speech = Parameters<VoicePort['say']>[0]

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** A voice port whose contact follows a script; keeps what was said, heard and asked of it. */
export function createScriptedPort(script: Script) {
  const said: { text: string; heard: string }[] = []
  const asked = { hangUps: 0, interrupts: 0, transfers: [] as string[], stops: 0 }
  let listener: (event: PortEvent) => void = () => undefined
  let listenId: string | undefined
  let question = ''
  let over = false
  let queue: Promise<unknown> = Promise.resolve()
  const cuts = new Set<() => void>()

  const emit = (event: PortEvent) => {
    if (!over) listener(event)
  }
  const leave = (by: 'contact' | 'system', code?: string) => {
    emit({ type: 'left', by, code })
    over = true
    for (const cut of cuts) cut()
  }

  const speak = async (speech: Speech): Promise<SpeechResult> => {
    const { text } = speech
    const done = (heard: string): SpeechResult => {
      said.push({ text, heard })
      question = text
      return { completed: heard === text, heard, firstAudioAt: Date.now(), firstFrameAt: Date.now() }
    }
    if (over) return done('')
    const code = script.failSpeech?.(text)
    if (code) return { completed: false, heard: '', failure: { stage: 'synthesis', code } }
    const broken = script.interrupt?.(text)
    const isCut = await new Promise<boolean>((resolve) => {
      const cut = () => resolve(true)
      cuts.add(cut)
      if (!script.endless?.(text)) soon().then(() => resolve(false))
    })
    cuts.clear()
    if (isCut) return done('')
    if (!broken) return done(text)
    const heard = text.split(' ').slice(0, broken.afterWords).join(' ')
    if (broken.leaves) {
      leave('contact')
      return done(heard)
    }
    if (!speech.interruptible) return done(text)
    emit({ type: 'bargedIn', afterMs: 150 })
    return done(heard)
  }

  const answer = async (id: string) => {
    await queue
    await soon()
    if (listenId !== id || over) return
    const reply = script.reply(question)
    if (reply === 'waits') return
    listenId = undefined
    if (reply === 'leaves') return leave('contact')
    if (reply === 'silent') return emit({ type: 'contactSilent', listenId: id })
    const at = Date.now()
    const timing = { speechEndAt: at - 300, endOfTurnAt: at - 20, finalTranscriptAt: at - 10 }
    emit({ type: 'contactSaid', listenId: id, text: reply.says, confidence: 0.9, language: 'en', timing })
  }

  const port: VoicePort = {
    answered: async () => script.answers ?? true,
    say: (speech) => {
      const spoken = queue.then(() => speak(speech))
      queue = spoken
      return spoken
    },
    listen: ({ id }) => {
      listenId = id
      void answer(id)
    },
    stopListening: () => {
      asked.stops += 1
      listenId = undefined
    },
    interrupt: () => {
      asked.interrupts += 1
      for (const cut of cuts) cut()
    },
    transfer: async (to) => {
      asked.transfers.push(to)
      return script.transfer ?? 'failed'
    },
    hangUp: async () => {
      asked.hangUps += 1
      await script.hangUp?.()
      over = true
    },
    onEvent: (heard) => {
      listener = heard
    },
  }
  return { port, said, asked, emit, leave, texts: () => said.map(({ text }) => text) }
}
