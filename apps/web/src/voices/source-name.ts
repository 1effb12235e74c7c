import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { VoiceSource } from './listed-voice.ts'

/** What a voice source is called. */
export const sourceName = ({ name, vendor }: VoiceSource, t: SharedCatalogue): string =>
  name ?? (vendor === 'local' ? t.voices.embedded : t.voices.installation)
