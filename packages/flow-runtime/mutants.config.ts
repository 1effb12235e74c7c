import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'
import { mutants } from './test/mutants.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const mutant = mutants.find(({ name }) => name === process.env.PARLEY_MUTANT)
if (!mutant) throw new Error(`PARLEY_MUTANT names none of ${mutants.map(({ name }) => name).join(', ')}.`)
const file = `${root}src/${mutant.file}`
if (readFileSync(file, 'utf8').split(mutant.without).length !== 2)
  throw new Error(`${mutant.file} does not hold the line of ${mutant.name} once.`)

/** The properties, run on an interpreter in which one guarantee was taken out. */
const mutate: Plugin = {
  name: 'mutate',
  enforce: 'pre',
  transform: (code, id) => (id.split('?')[0] === file ? code.replace(mutant.without, mutant.instead) : undefined),
}

export default defineConfig({ root, plugins: [mutate], test: { include: ['src/interpreter/properties.test.ts'], reporters: ['json'] } })
