import type { Catalogue } from '../i18n/catalogue.ts'
import type { VoiceSource } from './listed-voice.ts'

/** What a voice source is called. */
export const sourceName = ({ name, vendor }: VoiceSource, t: Catalogue): string =>
  name ?? (vendor === 'local' ? t.voices.embedded : t.voices.installation)
