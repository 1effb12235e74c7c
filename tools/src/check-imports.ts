import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const codeFolders = ['apps', 'packages', 'temporal', 'tools', 'bench', 'e2e', 'prisma']
const notSource = new Set(['node_modules', 'dist', '.next', '.turbo', 'generated', 'test-results'])

/** Which of our packages a package may import; those not listed may import all but the apps. */
const ourImports: Record<string, readonly string[]> = {
  'packages/flow-runtime': [],
  'packages/audio': [],
  'packages/net-guard': [],
  'packages/campaigns': ['@parley/flow-runtime/call-outcomes'],
  'packages/understanding': ['@parley/flow-runtime'],
  'packages/speech-server': ['@parley/audio'],
  'packages/db': ['@parley/flow-runtime', '@parley/campaigns'],
  'packages/recordings': [],
  'packages/carriers': ['@parley/net-guard'],
  'packages/integrations': ['@parley/flow-runtime', '@parley/db'],
  'apps/web': [
    '@parley/campaigns',
    '@parley/carriers',
    '@parley/flow-runtime',
    '@parley/db',
    '@parley/net-guard',
    '@parley/recordings',
    '@parley/understanding',
    '@parley/temporal/contract',
  ],
  'apps/worker': [
    '@parley/audio',
    '@parley/carriers',
    '@parley/flow-runtime',
    '@parley/db',
    '@parley/integrations',
    '@parley/net-guard',
    '@parley/recordings',
    '@parley/understanding',
    '@parley/temporal/contract',
  ],
  temporal: [
    '@parley/campaigns',
    '@parley/carriers',
    '@parley/flow-runtime',
    '@parley/db',
    '@parley/integrations',
    '@parley/net-guard',
    '@parley/recordings',
  ],
}
/** Third-party packages with one home. */
const onlyIn: readonly [RegExp, string][] = [
  [/^(react|react-dom|next|next-auth|@xyflow\/react|@radix-ui\/[\w-]+|lucide-react|cmdk)(\/|$)/, 'apps/web'],
  [/^@livekit\/agents(\/|$|-)/, 'apps/worker'],
  [/^@echogarden\//, 'packages/speech-server'],
  [/^(aws4fetch|@livekit\/av)$/, 'packages/recordings'],
]
/** The page without a studio that the studio is measured against. */
const bareCanvas = 'bench/src/studio/bare-page.ts'
const pureMayImport = /^(zod|@marcbachmann\/cel-js)(\/|$)/
const workflowsMayImport = /^(@temporalio\/(workflow|common)|@parley\/flow-runtime|@parley\/carriers\/call-status)(\/|$)/
/** How lines stand and how calls end: words, and their order; nothing that runs. */
const wordsOfCalls = ['@parley/carriers/call-status', '@parley/flow-runtime/call-outcomes']
const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\b|\bperformance\.now\b|\bcrypto\b/
const readsEnv = /\bprocess\.env\b/
const mayReadEnv = /(^|\/)env\.ts$|^(tools|e2e|bench)\//
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/g

/** Reads every source file below `root` and returns one sentence for each import or word that crosses a border of the architecture. */
export async function checkImports(root: string): Promise<string[]> {
  const files = (await Promise.all(codeFolders.map((folder) => sourceFiles(root, folder)))).flat().sort()
  const found = await Promise.all(files.map(async (file) => problemsOf(file, await readFile(path.join(root, file), 'utf8'))))
  return found.flat()
}

function problemsOf(file: string, text: string): string[] {
  const owner = packageOf(file)
  const isTest = /\.test\.tsx?$|\/test\//.test(file)
  const code = withoutComments(text)
  const problems = [...code.matchAll(importPattern)].flatMap(([, name = '']) => {
    const reason = name.startsWith('.') ? relativeProblem(file, owner, name) : packageProblem(file, owner, name, isTest)
    return reason ? [`${file} imports ${name}: ${reason}`] : []
  })
  if (isInterpreter(file) && !isTest && impure.test(code)) {
    problems.push(`${file} uses ${impure.exec(code)?.[0]}: the interpreter knows no clock, no random number and no process`)
  }
  if (!isTest && !mayReadEnv.test(file) && readsEnv.test(code)) problems.push(`${file} reads process.env: only a file named env.ts does`)
  return problems
}

function relativeProblem(file: string, owner: string, name: string): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), name)
  if (target.startsWith(`${owner}/`)) return file.startsWith('temporal/workflows/') ? workflowsRelative(target) : undefined
  if (target.startsWith('apps/')) return 'nothing imports an app'
  return owner === 'prisma' && target.startsWith('packages/db/') ? undefined : 'another package is imported by its name'
}

const workflowsRelative = (target: string) =>
  target.startsWith('temporal/workflows/') || ['temporal/contract.ts', 'temporal/names.ts'].includes(target)
    ? undefined
    : 'workflows import the types of the contract, its names and each other'

function packageProblem(file: string, owner: string, name: string, isTest: boolean): string | undefined {
  if (/^@parley\/(web|worker|e2e)(\/|$)/.test(name)) return 'nothing imports an app'
  const home = onlyIn.find(([pattern, folder]) => pattern.test(name) && folder !== owner)
  if (home && file !== bareCanvas) return `only ${home[1]} knows it`
  if (isTest) return undefined
  if (file.startsWith('temporal/workflows/') && !workflowsMayImport.test(name))
    return 'workflows import the contract, flow-runtime, the words of lines and the workflow SDK only'
  if (file === 'temporal/contract.ts' && !['zod', ...wordsOfCalls].includes(name))
    return 'the contract imports zod and the words of calls only'
  if (name.startsWith('@parley/')) {
    const allowed = ourImports[owner]
    const isAllowed = (one: string) => name === one || name.startsWith(`${one}/`)
    return allowed && !allowed.some(isAllowed) ? `${owner} may import ${allowed.join(', ') || 'none of our packages'}` : undefined
  }
  return isInterpreter(file) && !pureMayImport.test(name) ? 'flow-runtime imports zod and the CEL evaluator only' : undefined
}

/** Its scripts may read and write files; its sources may not. */
const isInterpreter = (file: string) => file.startsWith('packages/flow-runtime/src/')

const packageOf = (file: string) => {
  const [first = '', second = ''] = file.split('/')
  return first === 'apps' || first === 'packages' ? `${first}/${second}` : first
}

/** Line and block comments become empty; a `//` inside an address (`https://`) stays. */
const withoutComments = (text: string) => text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

async function sourceFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map((entry) => {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : sourceFiles(root, file)
      return /\.[cm]?tsx?$/.test(entry.name) ? [file] : []
    }),
  )
  return found.flat()
}
