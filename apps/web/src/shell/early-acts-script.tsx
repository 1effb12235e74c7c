import { headers } from 'next/headers'
import { keepEarlyActs, pageAnswers } from './early-acts.ts'

/** Keeps what is done before the page answers; first in the page, so that it is there before anything can be pressed. */
export async function EarlyActsScript() {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // A browser hides the nonce from scripts, so it looks missing when React takes the page over.
  return <script nonce={nonce} suppressHydrationWarning>{`(${keepEarlyActs})(${JSON.stringify(pageAnswers)})`}</script>
}
