import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startTwilioSimulator } from '@parley/testing'
import { findRun, homePaths, practiceCarrierPort, readEnv, readRunEnv, StackError } from '@parley/tools'
import { connectTo } from './connect.ts'
import { personAt, practiceLeads, practiceNumber } from './people.ts'

/** A carrier on this machine with ten people to call, for the running installation, until Ctrl+C. */
export async function practiceCarrier(): Promise<number> {
  const env = readEnv()
  const home = homePaths(env.home)
  if ((await findRun(home))?.state !== 'ready')
    throw new StackError('NOT_RUNNING', `Parley is not running on ${home.folder}; start it with npm start.`)
  const running = await readRunEnv(home)
  const speechServerUrl = running.SPEECH_SERVER_URL ?? ''
  const carrier = await startTwilioSimulator({
    port: practiceCarrierPort(env),
    numbers: [practiceNumber],
    contact: (number) => personAt(number, speechServerUrl),
    onDial: ({ to }) => process.stdout.write(`The telephone of ${to} rings.\n`),
  })
  try {
    await connectTo(carrier, running)
    const leads = path.join(home.folder, 'practice-leads.csv')
    await writeFile(leads, practiceLeads())
    process.stdout.write(`A simulated carrier is connected with the number ${practiceNumber}; nobody real is called.
Make a campaign at ${running.NEXTAUTH_URL}/campaigns and import the people in ${leads}.
Ctrl+C ends the carrier; its connection stays and cannot be reached until the next time.
`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    return 0
  } finally {
    await carrier.close()
  }
}
