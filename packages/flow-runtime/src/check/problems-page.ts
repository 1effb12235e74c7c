import type { CatalogueEntry } from './catalogue/entry.ts'
import { fixLabels } from './catalogue/fix-labels.ts'
import { problemCatalogue } from './catalogue/problem-catalogue.ts'
import type { ProblemGuide } from './guide/problem-guide.ts'
import { problemGuides } from './guide/problem-guides.ts'

const introduction = `# Problems

What the checker finds in a flow, in the studio, on the command line and when a flow is published. An **error** stops a publish: a call could
get stuck. A **warning** does not. Codes are stable; sentences may change. This page is generated (\`npm run --silent problems\` in
\`packages/flow-runtime\`); a test says when it is stale.

Some problems come with a fix that the studio applies: ${Object.values(fixLabels)
  .map(({ en }) => `“${en}”`)
  .join(', ')}.
`

/** docs/problems.md: every problem with its sentence, what it means, how to put it right and an example, in both languages. */
export function problemsPage(): string {
  const guides = new Map(Object.entries(problemGuides))
  const entries: [string, CatalogueEntry][] = Object.entries(problemCatalogue)
  const sections = entries.flatMap(([code, entry]) => {
    const guide = guides.get(code)
    return guide ? section(code, { ...entry, ...guide }) : []
  })
  return [introduction, ...sections].join('\n')
}

const section = (code: string, { severity, message, meaning, remedy, example }: CatalogueEntry & ProblemGuide): string => `## \`${code}\`

${severity === 'error' ? 'Error' : 'Warning'}

- **English:** ${message.en}
  - ${meaning.en}
  - What to do: ${remedy.en}
  - For example: ${example.en}
- **Français :** ${message.fr}
  - ${meaning.fr}
  - Que faire : ${remedy.fr}
  - Par exemple : ${example.fr}
`
