import { expressionReasons } from '../expression-reasons.ts'
import { compile } from '../expressions.ts'
import type { AnswerName } from '../node-type.ts'
import { spokenFormats } from '../spoken-forms/spoken-formats.ts'
import type { UiText } from '../text.ts'
import { templateProblems, textParts } from '../text-template.ts'
import { foundWords, oneOf } from './expected-words.ts'
import { changedFields, changedSettings, type SeeReference } from './field-references.ts'
import type { Body } from './flow-bodies.ts'
import { type Path, short } from './path-text.ts'
import type { ReadReport } from './read-problem.ts'

/** UNKNOWN_VARIABLE, INTENT_UNKNOWN, EXPRESSION_INVALID, TEMPLATE_BROKEN, FORMAT_UNKNOWN: what texts and fields refer to is there. */
export function referenceProblems(body: Body, at: Path, report: ReadReport): void {
  const variables = body.variables.map(({ name }) => name)
  const intents = body.intents.map(({ name }) => name)

  const known = (code: 'UNKNOWN_VARIABLE' | 'INTENT_UNKNOWN', name: string, names: readonly string[], path: Path) => {
    if (name === '' || names.includes(name)) return
    report(code, path, { expected: oneOf(names), found: foundWords(name), meant: { word: name, known: names } })
  }
  const expression = (source: string, path: Path, sees: readonly AnswerName[] = []) => {
    const compiled = compile(body.variables, source, sees)
    if (compiled.ok) return
    const { kind, name, reason } = compiled.problem
    if (kind === 'unknownName') {
      report('UNKNOWN_VARIABLE', path, {
        expected: oneOf(variables),
        found: inSource(name, source),
        meant: { word: name, known: variables },
      })
    } else {
      const { en, fr } = expressionReasons[reason]
      const expected = { en: `an expression (${en})`, fr: `une expression (${fr})` }
      report('EXPRESSION_INVALID', path, { expected, found: foundWords(source) })
    }
  }
  const template = (text: string, path: Path) => {
    const broken = templateProblems(text).find(({ kind }) => kind !== 'unknownFormat')
    if (broken) {
      const expected = { en: '{{ and }} around a variable', fr: '{{ et }} autour d’une variable' }
      report('TEMPLATE_BROKEN', path, { expected, found: foundWords(text.slice(broken.start)) })
      return
    }
    for (const part of textParts(text)) {
      if (!('expression' in part)) continue
      expression(part.expression, path)
      if (part.badFormat === undefined) continue
      const meant = { word: part.badFormat, known: spokenFormats }
      report('FORMAT_UNKNOWN', path, { expected: oneOf(spokenFormats), found: foundWords(part.badFormat), meant })
    }
  }

  const seeAt =
    (place: Path): SeeReference =>
    (kind, text, path, sees) => {
      const here = [...place, ...path]
      if (kind === 'template') template(text, here)
      else if (kind === 'expression') expression(text, here, sees)
      else if (kind === 'variable') known('UNKNOWN_VARIABLE', text, variables, here)
      else if (kind === 'intent') known('INTENT_UNKNOWN', text, intents, here)
      return text
    }
  changedSettings(body.settings, seeAt([...at, 'settings']))
  for (const [index, node] of body.nodes.entries()) changedFields(node, seeAt([...at, 'nodes', index, 'data']))
}

function inSource(name: string, source: string): UiText {
  if (name === source) return foundWords(name)
  return { en: `“${name}” in “${short(source)}”`, fr: `« ${name} » dans « ${short(source)} »` }
}
