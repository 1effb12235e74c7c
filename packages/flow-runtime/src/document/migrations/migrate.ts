import { edgesNameTheirOutcome } from './edges-name-their-outcome.ts'
import type { Document, Migration } from './migration.ts'
import { nodesHaveAPosition } from './nodes-have-a-position.ts'
import { textsSayWhatTheyAre } from './texts-say-what-they-are.ts'
import { variablesAreListed } from './variables-are-listed.ts'

/** The schema version that is written today. */
export const currentVersion = 1

/** In the order they are run; those of one version one after the other. */
const migrations: readonly Migration[] = [edgesNameTheirOutcome, nodesHaveAPosition, variablesAreListed, textsSayWhatTheyAre]

/** A document of an older version as one of the current version, with the names of the migrations that were run. */
export function migrate(document: Document, version: number): { document: Document; migrated: string[] } {
  const migrated: string[] = []
  let current = document
  for (let from = version; from < currentVersion; from++) {
    for (const { name, up } of migrations.filter((migration) => migration.from === from)) {
      current = up(current)
      migrated.push(name)
    }
    current = { ...current, schemaVersion: from + 1 }
  }
  return { document: current, migrated }
}
