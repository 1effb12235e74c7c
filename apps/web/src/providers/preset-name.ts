import type { Catalogue } from '../i18n/catalogue.ts'
import type { Preset } from './presets.ts'

export const presetName = (preset: Preset, t: Catalogue): string =>
  preset.name ?? (preset.vendor === 'local' ? t.providers.embedded : t.providers.otherServer)
