import type { Body } from '../document/flow-bodies.ts'
import type { IntentDeclaration } from '../flow-head.ts'
import { language } from '../text.ts'
import type { FlowComparison, SampleChange } from './comparison.ts'
import { fieldChanges } from './field-changes.ts'
import { matchEntries } from './match-entries.ts'

/** Intents by name; their samples as sets of sentences in each language. */
export function compareIntents(before: Body, after: Body): FlowComparison['intents'] {
  const { added, removed, both } = matchEntries(before.intents, after.intents, ({ name }) => name)
  const first = { before: before.languages[0] ?? 'en', after: after.languages[0] ?? 'en' }
  const changed = both.map(({ before: old, after: now }) => ({
    name: now.name,
    fields: fieldChanges({ ...old, samples: null }, { ...now, samples: null }, { isText: () => false, first }),
    samples: sampleChanges(old, now),
  }))
  return { added, removed, changed: changed.filter(({ fields, samples }) => fields.length + samples.length > 0) }
}

function sampleChanges(before: IntentDeclaration, after: IntentDeclaration): SampleChange[] {
  const changes = language.options.map((wanted) => {
    const { added, removed } = matchEntries(before.samples[wanted] ?? [], after.samples[wanted] ?? [], (sample) => sample)
    return { language: wanted, added, removed }
  })
  return changes.filter(({ added, removed }) => added.length + removed.length > 0)
}
