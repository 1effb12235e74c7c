export { dtmfTones } from './dtmf-tones.ts'
export { joinSamples } from './join-samples.ts'
export { decodeMuLaw, encodeMuLaw } from './mu-law.ts'

export { createResampler, type Resampler, resample } from './resample.ts'
