const voice = (voiceId: string, name: string, language: string) => ({
  voice_id: voiceId,
  name,
  category: 'premade',
  labels: { language, engine: 'espeak-ng' },
  settings: null,
  samples: null,
})

/** The answer of `GET /v1/voices`: the voices worth offering; every other eSpeak NG voice name works too. */
export const voiceList = {
  voices: [
    voice('en-us', 'American English', 'en'),
    voice('en-us+f2', 'American English, female', 'en'),
    voice('en-gb-x-rp', 'British English', 'en'),
    voice('fr', 'French', 'fr'),
    voice('fr+f3', 'French, female', 'fr'),
  ],
}
