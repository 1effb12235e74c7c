import { type Flow, flow } from '@parley/flow-runtime'

const node = (id: string, type: string, data: object) => ({ id, type, position: { x: 0, y: 0 }, data })
const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })

/** Greeting, what is wanted, the name, a booking, goodbye: small, with every effect a call can ask for. */
export const clinicFlow = (settings: object = {}): Flow =>
  flow.parse({
    schemaVersion: 1,
    start: 'greet',
    variables: [
      { name: 'day', type: 'date' },
      { name: 'hour', type: 'time' },
      { name: 'patient', type: 'personName' },
    ],
    intents: [
      { name: 'book', samples: { en: ['book a cleaning'] } },
      { name: 'human', samples: { en: ['talk to a person'] } },
    ],
    settings: { timeZone: 'Europe/Paris', ...settings },
    nodes: [
      node('greet', 'greeting', { text: 'Hello, this is the dental clinic speaking.' }),
      node('why', 'intent', { question: 'How can I help you?', intents: ['book', 'human'], fills: ['day', 'hour'] }),
      node('person', 'transfer', { to: '+15550100' }),
      node('who', 'ask', { variable: 'patient', question: 'What is your name?' }),
      node('booking', 'book', { service: 'cleaning', date: 'day', time: 'hour', name: 'patient', confirmed: 'You are booked.' }),
      node('bye', 'end', { text: 'Thank you, goodbye.' }),
      node('sorry', 'end', { text: 'Somebody will call you back.', outcome: 'failed' }),
      node('quiet', 'end', { text: 'I cannot hear you, goodbye.', outcome: 'silent' }),
    ],
    edges: [
      edge('greet', 'next', 'why'),
      edge('why', 'book', 'who'),
      edge('why', 'human', 'person'),
      edge('why', 'noMatch', 'sorry'),
      edge('why', 'silent', 'quiet'),
      edge('person', 'failed', 'sorry'),
      edge('person', 'declined', 'sorry'),
      edge('person', 'noAnswer', 'sorry'),
      edge('who', 'done', 'booking'),
      edge('who', 'noMatch', 'sorry'),
      edge('who', 'silent', 'quiet'),
      edge('booking', 'booked', 'bye'),
      edge('booking', 'noTimes', 'sorry'),
      edge('booking', 'declined', 'bye'),
      edge('booking', 'failed', 'sorry'),
    ],
  })
