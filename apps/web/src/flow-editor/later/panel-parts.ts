/** Loaded together, when the first of them is opened. */
export { IntentsPanel } from '../panels/intents-panel.tsx'
export { SettingsPanel } from '../panels/settings-panel.tsx'
export { VariablesPanel } from '../panels/variables-panel.tsx'
export { VersionsPanel } from '../panels/versions-panel.tsx'
