import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bytesOf } from '../audio/wav.ts'
import { type Dictionary, loadDictionary } from './dictionary.ts'
import type { PocketSphinxPaths } from './find-pocketsphinx.ts'
import { type GrammarRequest, grammarFor } from './grammar/grammar-for.ts'
import { expansion, without, wordsOf } from './grammar/rule.ts'
import { type Hypothesis, readSegmentation } from './segmentation.ts'
import { quickVerdict, wasSaid } from './verdict.ts'

/** What the acoustic model listens at. */
export const RECOGNITION_RATE = 16_000

export type Grammar = { jsgf: string; dictionary: string }
export type Recogniser = {
  /** Writes the grammar and its small dictionary; the same request is prepared once. */
  prepare(request: GrammarRequest): Promise<Grammar>
  /** The words in one utterance (16 kHz), none when they cannot be found in time; rejects when aborted or when the program fails. */
  decode(grammar: Grammar, samples: Int16Array, signal?: AbortSignal): Promise<Hypothesis>
  close(): Promise<void>
}

const THOROUGH = ['-compallsen', 'yes']
/** Measured on 250 synthetic sentences: these keep short words from being heard into silence and noise. */
const TUNING = ['-remove_noise', 'no', '-lw', '3', '-pip', '0.1', '-wip', '0.01', '-silprob', '0.5']

const run = promisify(execFile)
const DECODE_TIMEOUT_MS = 10_000
const MAX_GRAMMARS = 200

/** PocketSphinx as one short process per utterance; a dictionary of only the grammar's words makes its start take 15 ms. */
export async function createRecogniser(
  paths: PocketSphinxPaths,
  phonemesOf: (word: string) => Promise<string[]>,
  log: (message: string) => void,
): Promise<Recogniser> {
  const dictionary = await loadDictionary(paths.dictionary, phonemesOf)
  const folder = await mkdtemp(join(tmpdir(), 'parley-speech-'))
  const grammars = new Map<string, Promise<Grammar>>()
  let utterances = 0

  return {
    prepare(request) {
      const key = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 20)
      const known = grammars.get(key)
      if (known !== undefined) return known
      const oldest = grammars.size >= MAX_GRAMMARS ? grammars.keys().next().value : undefined
      if (oldest !== undefined) grammars.delete(oldest)
      const grammar = writeGrammar(join(folder, key), request, dictionary, log)
      grammars.set(key, grammar)
      return grammar
    },
    async decode(grammar, samples, signal) {
      const name = `u${++utterances}`
      const at = (extension: string) => join(folder, `${name}.${extension}`)
      try {
        await Promise.all([writeFile(at('raw'), bytesOf(samples)), writeFile(at('ctl'), `${name}\n`)])
        const model = ['-hmm', paths.acoustic, '-dict', grammar.dictionary, '-jsgf', grammar.jsgf]
        const audio = ['-adcin', 'yes', '-adchdr', '0', '-cepdir', folder, '-cepext', '.raw', '-ctl', at('ctl')]
        const pass = async (more: readonly string[]) => {
          signal?.throwIfAborted()
          const args = [...model, ...audio, '-hypseg', at('seg'), '-logfn', '/dev/null', ...TUNING, ...more]
          await run(paths.program, args, { signal, timeout: DECODE_TIMEOUT_MS })
          return readSegmentation(await readFile(at('seg'), 'utf8'))
        }
        const quick = await pass([])
        const verdict = quickVerdict(quick.score)
        const said = verdict === 'said' || (verdict === 'doubtful' && wasSaid((await pass(THOROUGH)).score))
        return said ? { words: quick.words, confidence: quick.confidence } : { words: [], confidence: 0 }
      } catch (error) {
        const wasTooSlow = error instanceof Error && 'killed' in error && error.killed === true && !signal?.aborted
        if (!wasTooSlow) throw error
        log(`an utterance of ${Math.round(samples.length / RECOGNITION_RATE)} s took too long and is not understood`)
        return { words: [], confidence: 0 }
      } finally {
        await Promise.all(['raw', 'ctl', 'seg'].map((extension) => rm(at(extension), { force: true })))
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeGrammar(
  path: string,
  request: GrammarRequest,
  dictionary: Dictionary,
  log: (message: string) => void,
): Promise<Grammar> {
  const wanted = grammarFor(request)
  const { lines, unknown } = await dictionary.select(wordsOf(wanted))
  if (unknown.size > 0) log(`${unknown.size} words of a grammar cannot be pronounced and are left out`)
  const rule = without(wanted, unknown) ?? 'hello'
  await Promise.all([
    writeFile(`${path}.gram`, `#JSGF V1.0;\ngrammar heard;\npublic <utterance> = ${expansion(rule)};\n`),
    writeFile(`${path}.dict`, `${lines.join('\n')}\n`),
  ])
  return { jsgf: `${path}.gram`, dictionary: `${path}.dict` }
}
