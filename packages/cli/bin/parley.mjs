import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Plain JavaScript: it must be able to say what is missing on a machine where nothing is installed yet.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`You have Node ${process.versions.node}; Parley needs 20.19 or newer: https://nodejs.org, or \`nvm install 20\`.`)
  process.exit(1)
}
if (!existsSync(path.join(root, 'node_modules/tsx')) || !existsSync(path.join(root, 'packages/db/src/generated/client.ts'))) {
  console.error(`Parley is not set up yet: run npm run setup in ${root} first.`)
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register()
const { main } = await import(pathToFileURL(path.join(root, 'packages/cli/src/main.ts')).href)
await main(process.argv.slice(2))
