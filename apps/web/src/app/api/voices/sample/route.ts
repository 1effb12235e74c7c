import type { ProviderChoice } from '@parley/db'
import { type Language, language } from '@parley/flow-runtime'
import { z } from 'zod'
import { env } from '../../../../env.ts'
import { database } from '../../../../server/database.ts'
import { supply } from '../../../../server/providers/supply.ts'
import { SupplyError } from '../../../../server/providers/voice-supply.ts'
import { isSameOrigin } from '../../../../server/same-origin.ts'
import { currentMember } from '../../../../server/session.ts'
import { defaultVoiceOf } from '../../../../server/voices/default-voice.ts'
import { sourceId } from '../../../../server/voices/source-id.ts'
import { choiceOfSource, voiceSources } from '../../../../server/voices/voice-sources.ts'
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
  return spoken(choice, { voiceId, language, text: sentences[language] }, 'private, max-age=86400')
}

const wantedWords = z.object({
  source: sourceId.optional(),
  voice: z.string().min(1).max(200).optional(),
  language,
  text: z.string().trim().min(1).max(1000),
})

/** Words of a flow, in its voice or in the default one of who speaks first, as a WAV file. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return refuse('FOREIGN_ORIGIN', 403)
  const member = await currentMember()
  if (!member) return refuse('UNAUTHORIZED', 401)
  const body = wantedWords.safeParse(await request.json().catch(() => undefined))
  if (!body.success) return refuse('BAD_INPUT', 400)
  const { voice, language, text } = body.data
  const source = body.data.source ?? (await voiceSources(database(), member.tenantId))[0]?.id
  const choice = source && (await choiceOfSource(database(), member.tenantId, source))
  if (!choice) return refuse('PROVIDER_NOT_FOUND', 404)
  return spoken(choice, { voiceId: voice, language, text }, 'no-store')
}

type Words = { voiceId?: string; language: Language; text: string }

async function spoken(choice: ProviderChoice, { voiceId, ...words }: Words, cacheControl: string): Promise<Response> {
  try {
    const voice = voiceId ?? (await defaultVoiceOf(choice, words.language))
    const { pcm, sampleRate } = await supply().speakSample(choice, { ...words, voiceId: voice })
    return new Response(wavOf(pcm, sampleRate), { headers: { 'content-type': 'audio/wav', 'cache-control': cacheControl } })
  } catch (error) {
    if (error instanceof SupplyError) return refuse(error.code, 502)
    throw error
  }
}
