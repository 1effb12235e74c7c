import { run } from './prepare.mjs'

await run('setup')
