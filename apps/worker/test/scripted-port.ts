import type { Language } from '@parley/flow-runtime'
import type { PortEvent, Speech, SpeechResult, Transfer, VoicePort } from '../src/voice-port.ts'

/** What the contact does when it is their turn. */
export type Reply = { says: string; language?: Language } | { presses: string } | 'silent' | 'leaves' | 'waits'

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

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** A voice port whose contact follows a script; keeps what was said, heard and asked of it. */
export function createScriptedPort(script: Script) {
  const said: { text: string; heard: string; language: Language; voice?: string }[] = []
  const asked = {
    hangUps: 0,
    interrupts: 0,
    stops: 0,
    transfers: [] as Transfer[],
    keys: [] as string[],
    languages: [] as Language[],
    /** Languages of the listens. */
    listens: [] as Language[],
  }
  let listener: (event: PortEvent) => void = () => undefined
  let listenId: string | undefined
  let question = ''
  let over = false
  let queue: Promise<unknown> = Promise.resolve()
  const cuts = new Map<string, () => void>()

  const emit = (event: PortEvent) => {
    if (!over) listener(event)
  }
  const leave = (by: 'contact' | 'system', code?: string) => {
    emit({ type: 'left', by, code })
    over = true
    for (const cut of cuts.values()) cut()
  }

  const speak = async (speech: Speech): Promise<SpeechResult> => {
    const { text, language, voice } = speech
    const done = (heard: string): SpeechResult => {
      said.push({ text, heard, language, voice })
      question = text
      return { completed: heard === text, heard, firstAudioAt: Date.now(), firstFrameAt: Date.now(), audio: 'kept', foreseen: false }
    }
    if (over) return done('')
    const code = script.failSpeech?.(text)
    if (code) return { completed: false, heard: '', failure: { stage: 'synthesis', code } }
    const broken = script.interrupt?.(text)
    const isCut = await new Promise<boolean>((resolve) => {
      const cut = () => resolve(true)
      cuts.set(speech.id, cut)
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
    if (typeof reply === 'object' && 'presses' in reply) {
      for (const key of reply.presses) emit({ type: 'keyPressed', key })
      return
    }
    listenId = undefined
    if (reply === 'leaves') return leave('contact')
    if (reply === 'silent') return emit({ type: 'contactSilent', listenId: id })
    const at = Date.now()
    const timing = { speechEndAt: at - 300, endOfTurnAt: at - 20, finalTranscriptAt: at - 10 }
    emit({ type: 'contactSaid', listenId: id, text: reply.says, confidence: 0.9, language: reply.language ?? 'en', timing })
  }

  const port: VoicePort = {
    answered: async () => script.answers ?? true,
    say: (speech) => {
      const spoken = queue.then(() => speak(speech))
      queue = spoken
      return spoken
    },
    prepare: () => undefined,
    listen: ({ id, language }) => {
      listenId = id
      asked.listens.push(language)
      void answer(id)
    },
    stopListening: () => {
      asked.stops += 1
      listenId = undefined
    },
    setLanguage: (language) => void asked.languages.push(language),
    interrupt: (ids) => {
      asked.interrupts += 1
      for (const [id, cut] of cuts) if (ids?.includes(id) ?? true) cut()
    },
    sendKeys: async (keys) => void asked.keys.push(keys),
    transfer: async (wanted) => {
      asked.transfers.push(wanted)
      return script.transfer ?? 'failed'
    },
    bridged: async () => false,
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
