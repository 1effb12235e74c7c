import type { EffectOf } from '@parley/flow-runtime'
import { maskDigits } from './mask-digits.ts'
import type { Secrets } from './secrets.ts'

/** What the flow is told of keys and words while a secret is typed: digits go into the secrets, the flow gets `•`. */
export function createKeyEntry(secrets: Secrets) {
  let listening: EffectOf<'listen'> | undefined
  /** Also after the entry: a digit too many is still one of the secret, until the flow listens for something else. */
  const isSecret = () => listening?.keys?.secret !== undefined

  return {
    isSecret,
    listens(listen: EffectOf<'listen'>) {
      listening = listen
    },
    /** `awaited`: the listen is still open. */
    key(key: string, awaited: boolean): string {
      const name = listening?.keys?.secret
      if (name === undefined || !/^\d$/.test(key)) return key
      if (awaited) secrets.add(name, key)
      return '•'
    },
    /** Digits said instead of typed are not written down either. */
    words: (text: string): string => (isSecret() ? maskDigits(text) : text),
  }
}
