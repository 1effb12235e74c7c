import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'
import { mutants } from './test/mutants.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The properties, run on an interpreter in which one guarantee was taken out: `vitest run --config mutants.config.ts --mode NAME`. */
export default defineConfig(({ mode }) => ({
  root,
  plugins: [mutate(mode)],
  test: { include: ['src/interpreter/properties.test.ts'], reporters: ['json'] },
}))

function mutate(name: string): Plugin {
  const mutant = mutants.find((one) => one.name === name)
  if (!mutant) throw new Error(`The mode names none of ${mutants.map((one) => one.name).join(', ')}.`)
  const file = `${root}src/${mutant.file}`
  if (readFileSync(file, 'utf8').split(mutant.without).length !== 2)
    throw new Error(`${mutant.file} does not hold the line of ${name} once.`)
  return {
    name: 'mutate',
    enforce: 'pre',
    transform: (code, id) => (id.split('?')[0] === file ? code.replace(mutant.without, mutant.instead) : undefined),
  }
}
