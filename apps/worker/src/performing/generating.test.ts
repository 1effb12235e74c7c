import { setTimeout as sleep } from 'node:timers/promises'
import { type Flow, flow as flowSchema, type Generated, transcriptOf } from '@parley/flow-runtime'
import { openAiStandIn } from '@parley/testing'
import { createGenerator, type GenerateOptions, type Generator } from '@parley/understanding'
import { describe, expect, test } from 'vitest'
import { createCalendar, eventsOf, notesOf, play } from '../../test/fake-world.ts'

const position = { x: 0, y: 0 }
const talk = (data: object = {}): Flow =>
  flowSchema.parse({
    schemaVersion: 1,
    start: 'agent',
    variables: [{ name: 'since', type: 'date' }],
    nodes: [
      {
        id: 'agent',
        type: 'agent',
        position,
        data: {
          goal: 'Find out what is wrong.',
          exits: [{ name: 'urgent', description: 'water runs' }],
          tools: [{ name: 'manual', server: 'docs' }],
          ...data,
        },
      },
      { id: 'urgent', type: 'end', position, data: { text: 'Somebody comes.' } },
      { id: 'broken', type: 'end', position, data: { text: 'Sorry, goodbye.' } },
    ],
    edges: [
      { id: 'a', source: 'agent', sourceHandle: 'urgent', target: 'urgent' },
      { id: 'b', source: 'agent', sourceHandle: 'failed', target: 'broken' },
      { id: 'c', source: 'agent', sourceHandle: 'turnLimit', target: 'broken' },
    ],
  })

const nothing = { exit: null, tool: null, values: {}, tookMs: 1, engine: 'test' }
type Turn = (say: (clause: string) => void, options: GenerateOptions) => Promise<Partial<Generated>>
/** A model that takes its turns in order; the last one again and again. */
function scripted(...turns: Turn[]) {
  const asked: string[][] = []
  const signals: AbortSignal[] = []
  const generator: Generator = {
    summarise: async () => undefined,
    generate: async ({ messages }, { signal, onClause } = {}) => {
      asked.push(messages.map(({ speaker, text }) => `${speaker}: ${text}`))
      if (signal) signals.push(signal)
      const clauses: string[] = []
      const turn = turns[Math.min(asked.length, turns.length) - 1]
      const result = await turn?.(
        (clause) => {
          clauses.push(clause)
          onClause?.(clause)
        },
        { ...(signal ? { signal } : {}) },
      )
      return { text: clauses.join(' '), ...(clauses.length > 0 ? { begun: true } : {}), ...nothing, ...result }
    },
  }
  return { generator, asked, signals }
}
const until = (signal: AbortSignal | undefined) => new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
const leaves: Turn = async () => ({ exit: 'urgent' })

describe('words that are still being written', () => {
  test('are spoken clause by clause, once, and the flow listens when they are over', async () => {
    let spokenWhileWriting = 0
    const { generator } = scripted(async (say) => {
      say('Good morning.')
      await sleep(60)
      spokenWhileWriting = line.length
      say('What is wrong?')
      return {}
    }, leaves)
    const line: string[] = []
    const { line: port, journal } = await play(
      { reply: () => ({ says: 'water runs' }), interrupt: (text) => void line.push(text) },
      { flow: talk(), generator },
    )
    expect(spokenWhileWriting).toBe(1)
    expect(port.texts()).toEqual(['Good morning.', 'What is wrong?', 'Somebody comes.'])
    expect(transcriptOf(journal).map(({ text }) => text)).toEqual(['Good morning. What is wrong?', 'water runs', 'Somebody comes.'])
  })

  test('are cut by an interruption: the request ends, the rest is dropped, and the model is told what was heard', async () => {
    const { generator, asked, signals } = scripted(async (say, { signal }) => {
      say('Good morning.')
      say('I have many questions for you.')
      await until(signal)
      say('And this is never said.')
      return { text: 'Good morning. I have many questions for you.' }
    }, leaves)
    const { line, journal } = await play(
      { reply: () => ({ says: 'water runs' }), interrupt: (text) => (text.startsWith('I have') ? { afterWords: 3 } : undefined) },
      { flow: talk(), generator },
    )
    expect(signals[0]?.aborted).toBe(true)
    expect(line.said.map(({ heard }) => heard)).toEqual(['Good morning.', 'I have many', 'Somebody comes.'])
    expect(asked[1]).toEqual(['agent: Good morning. I have many', 'contact: water runs'])
    expect(transcriptOf(journal)[0]).toMatchObject({ text: 'Good morning. I have many', interrupted: true })
  })

  test('end with the call, and so does the request', async () => {
    const { generator, signals } = scripted(async (say, { signal }) => {
      say('Good morning.')
      await until(signal)
      return {}
    })
    const { result } = await play({ interrupt: () => ({ afterWords: 1, leaves: true }) }, { flow: talk(), generator })
    expect(result?.outcome).toBe('hungUp')
    expect(signals[0]?.aborted).toBe(true)
  })

  test('whose voice fails end the call with the failure line, never in silence', async () => {
    const { generator } = scripted(async (say, { signal }) => {
      say('Good morning.')
      await until(signal)
      return {}
    })
    const { line, result } = await play(
      { failSpeech: (text) => (text === 'Good morning.' ? 'SYNTHESIS_TIMEOUT' : undefined) },
      { flow: talk(), generator },
    )
    expect(result).toMatchObject({ outcome: 'failed', failureCode: 'SYNTHESIS_TIMEOUT' })
    expect(line.texts()[0]).toContain('something went wrong')
  })

  test('are said by the next process when this one died in the middle', async () => {
    const { generator } = scripted(async (say) => {
      say('Good morning.')
      return {}
    }, leaves)
    const first = await play({ reply: () => ({ says: 'water runs' }) }, { flow: talk(), generator })
    const at = first.journal.findIndex((entry) => entry.kind === 'step' && entry.effects.some(({ type }) => type === 'say'))
    const second = await play(
      { reply: () => ({ says: 'water runs' }) },
      { flow: talk(), generator: scripted(leaves).generator, resume: first.journal.slice(0, at + 1) },
    )
    expect(second.line.texts()).toEqual(['Sorry, I am back.', 'Good morning.', 'Somebody comes.'])
  })
})

describe('while nothing is heard', () => {
  const slow: Turn = async (say) => {
    await sleep(800)
    say('What is wrong?')
    return {}
  }

  test('a line is said, before the model’s words, and is no part of the conversation', async () => {
    const { generator, asked } = scripted(slow, leaves)
    const { line, journal } = await play({ reply: () => ({ says: 'water runs' }) }, { flow: talk(), generator })
    expect(line.texts()).toEqual(['One moment.', 'What is wrong?', 'Somebody comes.'])
    expect(notesOf(journal)).toContain('WAITING_LINE')
    expect(asked[1]).toEqual(['agent: What is wrong?', 'contact: water runs'])
  })

  test('the same while a tool runs, and only once in a while', async () => {
    const useTool: Turn = async () => ({ tool: { name: 'manual', input: {} } })
    const { generator } = scripted(useTool, slow, leaves)
    const tools = { ...createCalendar().tools, call: () => sleep(800, { ok: true }) }
    const { line } = await play({ reply: () => ({ says: 'water runs' }) }, { flow: talk(), generator, tools })
    expect(line.texts()).toEqual(['One moment.', 'What is wrong?', 'Somebody comes.'])
  })
})

describe('what went wrong elsewhere with models that talk', () => {
  test('an exit without speakable text does not leave silence: the next node speaks', async () => {
    const { line } = await play({}, { flow: talk(), generator: scripted(leaves).generator })
    expect(line.texts()).toEqual(['Somebody comes.'])
  })

  test('an interruption while a tool runs does not lose the tool, nor the exit batched with it', async () => {
    const both: Turn = async (say) => {
      say('I look that up and note it.')
      return { exit: 'urgent', tool: { name: 'manual', input: {} } }
    }
    const calls: string[] = []
    const tools = { ...createCalendar().tools, call: (tool: string) => sleep(50, calls.push(tool)) }
    const { line, result } = await play(
      { interrupt: (text) => (text.startsWith('I look') ? { afterWords: 2 } : undefined) },
      { flow: talk(), generator: scripted(both).generator, tools },
    )
    expect(calls).toEqual(['tool.call'])
    expect(line.texts().at(-1)).toBe('Somebody comes.')
    expect(result?.outcome).toBe('completed')
  })

  test('a model that says it leaves but does not, stays in the node until its turns are used up, and its words are heard', async () => {
    const bluffs: Turn = async (say) => {
      say('I put you through now.')
      return { exit: null }
    }
    const { line } = await play(
      { reply: () => ({ says: 'well?' }) },
      { flow: talk({ maxTurns: 1 }), generator: scripted(bluffs).generator },
    )
    expect(line.texts()).toEqual(['I put you through now.', 'I put you through now.', 'Sorry, goodbye.'])
  })

  test('markup never reaches the voice, also of the author’s own texts', async () => {
    const { line } = await play(
      { reply: () => 'leaves' },
      { flow: talk({ opening: '**Hello** 😀, see [our page](https://www.dent.example/x).' }), generator: scripted(leaves).generator },
    )
    expect(line.texts()).toEqual(['Hello, see our page.'])
  })
})

test('a model over the wire: words, a refused fact, the exit, and a failing provider', async () => {
  const answers = [
    { values: [], text: 'Hello! What is *wrong*? 🔧', exit: null, tool: null },
    { values: [{ name: 'since', value: '2026-11-20' }], text: 'Since Friday, then. It costs 900 euros.', exit: null, tool: null },
    { values: [], text: '', exit: 'urgent', tool: null },
  ]
  const model = await openAiStandIn(() => JSON.stringify(answers.shift()))
  const broken = await openAiStandIn(() => '')
  broken.setFault('error500')
  const providers = [broken, model].map(({ baseUrl }) => ({ baseUrl, apiKey: 'test', model: 'stand-in' }))
  const generator = createGenerator({ providers, deadlineMs: 4_000 })
  const { line, journal } = await play({ reply: () => ({ says: 'water runs' }) }, { flow: talk({ results: ['since'] }), generator })
  expect(line.texts()).toEqual(['Hello!', 'What is wrong?', 'Since Friday, then.', 'I cannot tell you that for sure.', 'Somebody comes.'])
  expect(notesOf(journal)).toEqual(expect.arrayContaining(['MODEL_RETRIED', 'REPLY_UNFOUNDED']))
  expect(eventsOf(journal).filter(({ type }) => type === 'generated')).toHaveLength(3)
  await Promise.all([model.close(), broken.close()])
})
