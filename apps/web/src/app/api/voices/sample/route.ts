import { language } from '@parley/flow-runtime'
import { z } from 'zod'
import { database } from '../../../../server/database.ts'
import { supply } from '../../../../server/providers/supply.ts'
import { SupplyError } from '../../../../server/providers/voice-supply.ts'
import { currentMember } from '../../../../server/session.ts'
import { sourceId } from '../../../../server/voices/source-id.ts'
import { choiceOfSource } from '../../../../server/voices/voice-sources.ts'
import { wavOf } from '../../../../server/voices/wav-of.ts'

export const dynamic = 'force-dynamic'

const wanted = z.object({ source: sourceId, voice: z.string().min(1).max(200), language })
/** What every voice says, so that they can be compared. */
const sentences = {
  en: 'Hello, this is how I sound on the phone. What can I do for you today?',
  fr: 'Bonjour, voici ma voix au téléphone. Que puis-je faire pour vous aujourd’hui ?',
}
const refuse = (code: string, status: number) => Response.json({ code }, { status })

/** A sentence in a voice, as a WAV file. Browsers keep it: the same voice is made and paid for once. */
export async function GET(request: Request): Promise<Response> {
  const member = await currentMember()
  if (!member) return refuse('UNAUTHORIZED', 401)
  // A page elsewhere must not spend the tenant's money by naming this address.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return refuse('FOREIGN_ORIGIN', 403)
  const query = wanted.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return refuse('BAD_INPUT', 400)
  const { source, voice: voiceId, language } = query.data
  const choice = await choiceOfSource(database(), member.tenantId, source)
  if (!choice) return refuse('PROVIDER_NOT_FOUND', 404)
  try {
    const { pcm, sampleRate } = await supply().speakSample(choice, { voiceId, language, text: sentences[language] })
    return new Response(wavOf(pcm, sampleRate), { headers: { 'content-type': 'audio/wav', 'cache-control': 'private, max-age=86400' } })
  } catch (error) {
    if (error instanceof SupplyError) return refuse(error.code, 502)
    throw error
  }
}
