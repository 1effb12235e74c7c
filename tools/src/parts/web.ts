import path from 'node:path'
import { repositoryRoot } from '../repository.ts'
import type { StackContext } from '../stack-context.ts'
import { answersHttp, waitUntil } from '../wait-until.ts'
import { nodeProgram } from './node-program.ts'

/** The studio, from its production build, on loopback. */
export async function startWeb(context: StackContext): Promise<void> {
  const { ports, supervisor, signal } = context
  const url = `http://127.0.0.1:${ports.web}`
  const next = path.join(repositoryRoot, 'node_modules/next/dist/bin/next')
  const program = nodeProgram(context, 'web', next, ['start', '--hostname', '127.0.0.1', '--port', String(ports.web)])
  await supervisor.start('web', url, { ...program, cwd: path.join(repositoryRoot, 'apps/web') }, () =>
    waitUntil('The studio', 30_000, signal, () => answersHttp(`${url}/sign-in`)),
  )
}
