import type { UiText } from '../text.ts'

/** The words of a comparison; `{…}` is filled in. */
export const comparisonWords = {
  same: { en: 'The two are the same.', fr: 'Les deux sont identiques.' },
  name: { en: 'Name: {change}', fr: 'Nom : {change}' },
  languages: { en: 'Languages: {change}', fr: 'Langues : {change}' },
  start: { en: 'First node: {change}', fr: 'Premier nœud : {change}' },
  interface: { en: 'As a subflow, {field}: {change}', fr: 'Comme sous-flux, {field} : {change}' },
  setting: { en: 'Setting {field}: {change}', fr: 'Réglage {field} : {change}' },
  node: { en: 'Node {name} ({title})', fr: 'Nœud {name} ({title})' },
  nodeMoved: { en: 'Node {name} moved', fr: 'Nœud {name} déplacé' },
  nodeRenamed: { en: 'Node {change}: new id, otherwise the same', fr: 'Nœud {change} : nouvel identifiant, le reste est identique' },
  edge: { en: 'Connection {source} / {outcome} → {target}', fr: 'Lien {source} / {outcome} → {target}' },
  edgeRetargeted: { en: 'Connection {source} / {outcome}: {change}', fr: 'Lien {source} / {outcome} : {change}' },
  variable: { en: 'Variable {name}', fr: 'Variable {name}' },
  intent: { en: 'Intent {name}', fr: 'Intention {name}' },
  note: { en: 'Note {text}', fr: 'Note {text}' },
  subflow: { en: 'Subflow {name}', fr: 'Sous-flux {name}' },
  field: { en: '{field}: {change}', fr: '{field} : {change}' },
  text: { en: '{field} ({language}): {change}', fr: '{field} ({language}) : {change}' },
  sample: { en: 'Sample ({language}): {text}', fr: 'Exemple ({language}) : {text}' },
  nothing: { en: 'nothing', fr: 'rien' },
} as const satisfies Record<string, UiText>
