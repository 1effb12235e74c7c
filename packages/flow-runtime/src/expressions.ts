import { TypeError as CelTypeError, type Environment, EvaluationError, ParseError } from '@marcbachmann/cel-js'
import { createEnvironment } from './expression-environment.ts'
import type { AnswerName } from './node-type.ts'
import type { Json, VariableDeclaration } from './variables.ts'

/** What is wrong with an expression and where: character positions in its source. */
export type ExpressionProblem = { kind: 'unknownName' | 'invalid'; name: string; message: string; start: number; end: number }

export type Compiled =
  | {
      ok: true
      /** CEL's name of the result's type, e.g. `bool`, `string`, `double`, `dyn`. */
      type: string
      /** The variable's name when the expression is nothing but a variable. */
      variable?: string
      /** The value, or undefined when it cannot be computed (a variable is not known yet, a division by zero, …). */
      evaluate(scope: Readonly<Record<string, unknown>>): Json | undefined
    }
  | { ok: false; problem: ExpressionProblem }

const cacheLimit = 5000
type Cache = { environment: Environment; compiled: Map<string, Compiled> }
const caches = new WeakMap<readonly VariableDeclaration[], Map<string, Cache>>()
const answerTypes = { result: 'dyn', status: 'double' } as const satisfies Record<AnswerName, string>

/**
 * Parses and type-checks a CEL expression against the declared variables, and what it `sees` of a request's answer; the same source
 * is compiled once.
 */
export function compile(variables: readonly VariableDeclaration[], source: string, sees: readonly AnswerName[] = []): Compiled {
  const cache = cacheFor(variables, sees)
  const known = cache.compiled.get(source)
  if (known) return known
  const compiled = compileIn(cache.environment, source)
  if (cache.compiled.size >= cacheLimit) cache.compiled.clear()
  cache.compiled.set(source, compiled)
  return compiled
}

function cacheFor(variables: readonly VariableDeclaration[], sees: readonly AnswerName[]): Cache {
  let cachesOf = caches.get(variables)
  if (!cachesOf) {
    cachesOf = new Map()
    caches.set(variables, cachesOf)
  }
  const key = sees.join(' ')
  let cache = cachesOf.get(key)
  if (!cache) {
    // A variable of the same name is out of sight here.
    const environment = createEnvironment(sees.length === 0 ? variables : variables.filter(({ name }) => !sees.some((own) => own === name)))
    for (const name of sees) environment.registerVariable(name, answerTypes[name])
    cache = { environment, compiled: new Map() }
    cachesOf.set(key, cache)
  }
  return cache
}

function compileIn(environment: Environment, source: string): Compiled {
  try {
    const parsed = environment.parse(source)
    const checked = parsed.check()
    if (!checked.valid) return { ok: false, problem: problemOf(checked.error, source) }
    return {
      ok: true,
      type: checked.type ?? 'dyn',
      variable: parsed.ast.op === 'id' ? parsed.ast.args : undefined,
      evaluate: (scope) => {
        try {
          return toJson(parsed(scope))
        } catch (error) {
          if (error instanceof EvaluationError) return undefined
          throw error
        }
      },
    }
  } catch (error) {
    return { ok: false, problem: problemOf(error, source) }
  }
}

function problemOf(error: unknown, source: string): ExpressionProblem {
  if (!(error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError)) throw error
  const { start, end } = error.range ?? { start: 0, end: source.length }
  const unknown = error.code === 'unknown_variable' || error.code === 'no_such_key'
  return { kind: unknown ? 'unknownName' : 'invalid', name: source.slice(start, end), message: error.summary, start, end }
}

function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null)
  if (value instanceof Map) return toJson(Object.fromEntries(value))
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return undefined
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item) ?? null]))
}
