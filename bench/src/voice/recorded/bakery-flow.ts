const node = (id: string, type: string, data: object) => ({ id, type, position: { x: 0, y: 0 }, data })
const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })

const intents = [
  {
    name: 'hours',
    samples: {
      en: ['what are your opening hours', 'when are you open', 'I would like to know what your opening hours are'],
      fr: ['quels sont vos horaires'],
    },
  },
  { name: 'price', samples: { en: ['how much is a loaf of bread', 'what is the price'], fr: ['combien coûte le pain'] } },
  { name: 'sunday', samples: { en: ['are you open on Sunday'], fr: ['et le dimanche vous êtes ouverts', 'ouvrez-vous le dimanche'] } },
  { name: 'nothing', samples: { en: ['no thank you', 'that is all'], fr: ['non merci', 'c’est tout'] } },
]
const usualAnswers = {
  hours: { en: 'We are open from eight to six.', fr: 'Nous sommes ouverts de huit à dix-huit heures.' },
  price: { en: 'A loaf of bread is four euros.', fr: 'Un pain coûte quatre euros.' },
  sunday: { en: 'On Sundays we are closed.', fr: 'Le dimanche, nous sommes fermés.' },
}

type Bakery = {
  question?: string
  /** In place of the usual answer about the hours. */
  hours?: string
  /** A variable and the expression it is set to first. */
  known?: { name: string; type: string; value: string }
  settings?: object
}

/** A bakery's telephone: what would the caller like to know, the answer, anything else. */
export const bakery = ({ question = 'What would you like to know?', hours, known, settings = {} }: Bakery = {}) => {
  const answers = { ...usualAnswers, ...(hours ? { hours: { en: hours, fr: hours } } : {}) }
  const names = intents.map(({ name }) => name)
  const outcomes = (id: string) => [
    ...Object.keys(answers).map((name) => edge(id, name, `answer-${name}`)),
    edge(id, 'nothing', 'bye'),
    edge(id, 'noMatch', 'bye'),
    edge(id, 'silent', 'silent'),
  ]
  return {
    schemaVersion: 1,
    languages: ['en', 'fr'],
    start: known ? 'know' : 'greet',
    variables: known ? [{ name: known.name, type: known.type }] : [],
    intents,
    settings: { recording: { enabled: false }, silence: { waitMs: 20_000, maxReprompts: 1 }, ...settings },
    nodes: [
      node('greet', 'greeting', { text: { en: 'Hello, this is the bakery.', fr: 'Bonjour, ici la boulangerie.' } }),
      ...(known ? [node('know', 'set', { assignments: [{ variable: known.name, value: known.value }] })] : []),
      node('ask', 'intent', { question: { en: question, fr: 'Que puis-je faire pour vous ?' }, intents: names }),
      ...Object.entries(answers).map(([name, text]) => node(`answer-${name}`, 'say', { text })),
      node('more', 'intent', { question: { en: 'Anything else?', fr: 'Autre chose ?' }, intents: names }),
      node('silent', 'end', { text: { en: 'I cannot hear you. Please call again. Goodbye.', fr: 'Je ne vous entends pas. Au revoir.' } }),
      node('bye', 'end', { text: { en: 'Thank you for calling. Goodbye.', fr: 'Merci de votre appel. Au revoir.' } }),
    ],
    edges: [
      ...(known ? [edge('know', 'next', 'greet')] : []),
      edge('greet', 'next', 'ask'),
      ...outcomes('ask'),
      ...outcomes('more'),
      ...Object.keys(answers).map((name) => edge(`answer-${name}`, 'next', 'more')),
    ],
  }
}

/** The same telephone with a model that talks. */
export const talkingBakery = () => ({
  schemaVersion: 1,
  start: 'talk',
  variables: [],
  settings: { recording: { enabled: false }, silence: { waitMs: 20_000, maxReprompts: 1 } },
  nodes: [
    node('talk', 'agent', {
      goal: 'Tell callers what the bakery has.',
      opening: { en: 'Hello, this is the bakery. How can I help you?' },
      exits: [{ name: 'done' }],
    }),
    node('bye', 'end', { text: { en: 'Goodbye.' } }),
  ],
  edges: ['done', 'turnLimit', 'silent', 'failed'].map((outcome) => edge('talk', outcome, 'bye')),
})
