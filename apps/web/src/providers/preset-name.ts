import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { Preset } from './presets.ts'

export const presetName = (preset: Preset, t: SharedCatalogue): string =>
  preset.name ?? (preset.vendor === 'local' ? t.providers.embedded : t.providers.otherServer)
