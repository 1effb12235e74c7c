import { type Flow, flow } from '@parley/flow-runtime'
import { both, type Drawn, departmentNodes, departmentSize, drawn, samplesOf } from './big-flow-parts.ts'

/** Departments that one menu offers. */
const perMenu = 5

/**
 * A flow of about so many nodes as a large front desk has one: menus that lead to departments, each with questions, conditions, computed
 * values, bookings and transfers; wishes heard anywhere, an answering machine and a subflow. Always the same for the same sizes, and
 * without an error.
 */
export function bigFlow({ nodes = 1000, variables = 30, intents = 50 } = {}): Flow {
  const departments = Math.max(1, Math.floor((nodes - 8) / (departmentSize + 1 / perMenu)))
  const menus = Math.ceil(departments / perMenu)
  const wishes = Array.from({ length: intents }, (_, at) => `wish${at}`)
  const all = [...frame(), ...Array.from({ length: menus }, (_, menu) => menuNodes(menu, { departments, menus, wishes, variables })).flat()]
  return flow.parse({
    schemaVersion: 1,
    name: `A front desk of ${all.length} nodes`,
    languages: ['en', 'fr'],
    start: 'greet',
    variables: Array.from({ length: variables }, (_, at) => variable(at)),
    intents: [...wishes, 'human', 'repeat'].map((name, at) => ({ name, samples: samplesOf(at) })),
    settings: { maxCallMs: 36_000_000 },
    nodes: all.map(({ edges: _, ...node }, at) => ({ ...node, position: { x: (at % 40) * 300, y: Math.floor(at / 40) * 200 } })),
    edges: all.flatMap(({ id: source, edges }) =>
      Object.entries(edges).map(([sourceHandle, target]) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })),
    ),
    subflows: { verify: verifyCaller() },
  })
}

/** What is there once: beginning, ends, wishes, a machine that answers. */
const frame = (): Drawn[] => [
  drawn('greet', 'greeting', { text: both('Hello, this is the front desk.', 'Bonjour, ici l’accueil.') }, { next: 'menu0' }),
  drawn('human', 'anywhere', { intents: ['human'], text: both('Of course.', 'Bien sûr.') }, { next: 'reception' }),
  drawn('repeat', 'anywhere', { intents: ['repeat'], afterwards: 'return', cooldownTurns: 0 }, {}),
  drawn('reception', 'transfer', { to: '+15550100' }, { failed: 'human', declined: 'human', noAnswer: 'nobody' }),
  drawn('machine', 'machine', { text: both('Please call us back.', 'Merci de nous rappeler.') }, { next: 'bye' }),
  drawn(
    'verify',
    'subflow',
    { flow: 'verify', outputs: [{ variable: 'name3', output: 'caller' }] },
    { verified: 'menu0', unverified: 'nobody', failed: 'nobody' },
  ),
  drawn('nobody', 'end', { text: both('Nobody is free. Goodbye.', 'Personne n’est libre. Au revoir.') }, {}),
  drawn('bye', 'end', { text: both('Goodbye.', 'Au revoir.') }, {}),
]

type Sizes = { departments: number; menus: number; wishes: readonly string[]; variables: number }

function menuNodes(menu: number, { departments, menus, wishes, variables }: Sizes): Drawn[] {
  const offered = Array.from({ length: Math.min(perMenu, departments - menu * perMenu) }, (_, at) => menu * perMenu + at)
  const ways = offered.map((department) => [wishes[department % wishes.length] ?? '', `d${department}intro`] as const)
  const edges = { ...Object.fromEntries(ways), noMatch: menu + 1 < menus ? `menu${menu + 1}` : 'verify', silent: 'bye' }
  const question = both('What can I do for you?', 'Que puis-je faire pour vous ?')
  return [
    drawn(`menu${menu}`, 'intent', { question, intents: ways.map(([wish]) => wish) }, edges),
    ...offered.flatMap((department) => departmentNodes(department, `menu${menu}`, Math.max(1, Math.floor(variables / 6)))),
  ]
}

/** `day0`, `time0`, `party0`, `name0`, `sure0`, `slot0`, `day1`, … */
function variable(at: number) {
  const [name, type] = kinds[at % kinds.length] ?? ['text', 'text']
  return { name: `${name}${Math.floor(at / kinds.length)}`, type }
}

const kinds = [
  ['day', 'date'],
  ['time', 'time'],
  ['party', 'number'],
  ['name', 'personName'],
  ['sure', 'boolean'],
  ['slot', 'dateTime'],
] as const

function verifyCaller() {
  const nodes = [
    drawn('who', 'ask', { variable: 'caller', question: both('Who is calling?', 'Qui est à l’appareil ?'), confirm: true }, {}),
    drawn('yes', 'end', { result: 'verified' }, {}),
    drawn('no', 'end', { result: 'unverified' }, {}),
  ]
  const edges = { done: 'yes', noMatch: 'no', silent: 'no' }
  return {
    schemaVersion: 1,
    name: 'Verify',
    languages: ['en', 'fr'],
    start: 'who',
    variables: [{ name: 'caller', type: 'personName' }],
    interface: { outputs: ['caller'], results: ['verified', 'unverified'] },
    nodes: nodes.map(({ edges: _, ...node }, at) => ({ ...node, position: { x: at * 300, y: 0 } })),
    edges: Object.entries(edges).map(([sourceHandle, target]) => ({ id: `who-${sourceHandle}`, source: 'who', sourceHandle, target })),
  }
}
