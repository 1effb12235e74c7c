const node = (id: string, type: string, data: object) => ({ id, type, position: { x: 0, y: 0 }, data })
const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })

/** What can be asked, how it is asked in the flow's samples and in words the samples do not have, and the answer. */
export const wishes = [
  {
    intent: 'hours',
    samples: ['what are your opening hours', 'when are you open'],
    unlike: 'until how late could I come by',
    answer: 'We open at nine.',
  },
  {
    intent: 'price',
    samples: ['how much does it cost', 'what is the price'],
    unlike: 'is that going to be expensive for me',
    answer: 'It is ten euros.',
  },
  {
    intent: 'parking',
    samples: ['where can I park my car', 'is there parking'],
    unlike: 'my vehicle has to stay somewhere',
    answer: 'Behind the house.',
  },
] as const

const intents = wishes.map(({ intent: name, samples }) => ({ name, samples: { en: samples } }))
const settings = { recording: { enabled: false }, silence: { waitMs: 60_000, maxReprompts: 2 } }
const greeting = node('greet', 'greeting', { text: { en: 'Hello.' } })

/** Questions that are answered with fixed words, for ever. */
export const knownAnswers = () => loop('Yes?', (text) => ({ nodes: [], text }))

/** The same with a number in every answer, so that it has to be spoken live. */
export const liveAnswers = () =>
  loop('Yes?', (text, intent) => ({
    nodes: [node(`count-${intent}`, 'set', { assignments: [{ variable: 'n', value: 'n + 1' }] })],
    text: `Number {{ n }}. ${text}`,
  }))

function loop(question: string, answerOf: (text: string, intent: string) => { nodes: { id: string }[]; text: string }) {
  const answers = wishes.map(({ intent, answer }) => ({ intent, ...answerOf(answer, intent) }))
  const firstOf = ({ intent, nodes }: (typeof answers)[number]) => nodes[0]?.id ?? `answer-${intent}`
  return {
    schemaVersion: 1,
    start: 'greet',
    variables: [{ name: 'n', type: 'number' }],
    intents,
    settings,
    nodes: [
      greeting,
      node('zero', 'set', { assignments: [{ variable: 'n', value: '0' }] }),
      node('why', 'intent', { question: { en: question }, intents: wishes.map(({ intent }) => intent), maxTries: 10 }),
      node('bye', 'end', { text: { en: 'Goodbye.' } }),
      ...answers.flatMap((answer) => [...answer.nodes, node(`answer-${answer.intent}`, 'say', { text: { en: answer.text } })]),
    ],
    edges: [
      edge('greet', 'next', 'zero'),
      edge('zero', 'next', 'why'),
      edge('why', 'noMatch', 'bye'),
      edge('why', 'silent', 'bye'),
      ...answers.flatMap((answer) => [
        edge('why', answer.intent, firstOf(answer)),
        ...(answer.nodes[0] ? [edge(answer.nodes[0].id, 'next', `answer-${answer.intent}`)] : []),
        edge(`answer-${answer.intent}`, 'next', 'why'),
      ]),
    ],
  }
}

/** One thing of three is asked for again and again, and whether that is sure; `patience` as a flow sets it: `short` is 200 ms of silence. */
export const shortAnswers = (patience?: 'short') => ({
  schemaVersion: 1,
  start: 'greet',
  variables: [
    {
      name: 'colour',
      type: 'choice',
      choices: ['red', 'green', 'blue'].map((value) => ({ value, synonyms: [`the ${value} one`, `${value} please`] })),
    },
    { name: 'sure', type: 'boolean' },
  ],
  settings,
  nodes: [
    greeting,
    node('which', 'ask', { variable: 'colour', question: { en: 'Red, green or blue?' }, maxTries: 10, listening: { patience } }),
    node('sure', 'ask', { variable: 'sure', question: { en: 'Are you sure?' }, maxTries: 10, listening: { patience } }),
    node('again', 'set', {
      assignments: [
        { variable: 'colour', value: 'null' },
        { variable: 'sure', value: 'null' },
      ],
    }),
    node('bye', 'end', { text: { en: 'Goodbye.' } }),
  ],
  edges: [
    edge('greet', 'next', 'which'),
    edge('which', 'done', 'sure'),
    edge('which', 'noMatch', 'which'),
    edge('which', 'silent', 'bye'),
    edge('sure', 'done', 'again'),
    edge('sure', 'noMatch', 'sure'),
    edge('sure', 'silent', 'bye'),
    edge('again', 'next', 'which'),
  ],
})

/** Without a comma: nothing in it sounds like a stop. */
const breathlessText = `This is an announcement ${'that goes on and on so there is time to say a word to it and '.repeat(14)} then it is over.`
const longText = 'This is a long announcement that goes on and on, so that there is time to break into it. '.repeat(6)

/** A long announcement, again and again, with an ear for whoever breaks in; `breathless`: very long, and without any pause of its own. */
export const announcements = ({ breathless = false } = {}) => ({
  schemaVersion: 1,
  start: 'greet',
  variables: [],
  intents,
  settings,
  nodes: [
    greeting,
    node('why', 'intent', {
      question: { en: breathless ? breathlessText : longText },
      intents: wishes.map(({ intent }) => intent),
      maxTries: 10,
    }),
    node('bye', 'end', { text: { en: 'Goodbye.' } }),
  ],
  edges: [
    edge('greet', 'next', 'why'),
    edge('why', 'noMatch', 'bye'),
    edge('why', 'silent', 'bye'),
    ...wishes.map(({ intent }) => edge('why', intent, 'why')),
  ],
})
