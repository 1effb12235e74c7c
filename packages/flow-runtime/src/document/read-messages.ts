import type { UiText } from '../text.ts'

/** What is wrong with a document that is read, and what to do; `{place}`, `{expected}`, `{found}` and `{hint}` are filled in. */
export const readMessages = {
  EMPTY: {
    en: 'There is nothing in the file. Choose the file of a flow.',
    fr: 'Il n’y a rien dans le fichier. Choisissez le fichier d’un flux.',
  },
  NOT_JSON: {
    en: 'The file is not JSON: at {place} there is {found} instead of {expected}. Correct it there, or export the flow again.',
    fr: 'Le fichier n’est pas du JSON : à {place} se trouve {found}, et il faut {expected}. Corrigez-le à cet endroit ou exportez à nouveau le flux.',
  },
  NOT_AN_OBJECT: {
    en: 'A flow is an object with nodes and edges; this is {found}. Choose the file of a flow.',
    fr: 'Un flux est un objet avec des nœuds et des liens ; ceci est {found}. Choisissez le fichier d’un flux.',
  },
  TOO_LARGE: {
    en: '{place} is too large: {found}, where {expected} can be read. Split the flow.',
    fr: '{place} est trop grand : {found}, alors qu’on peut lire {expected}. Divisez le flux.',
  },
  TOO_DEEP: {
    en: '{place} is nested too deeply: {found}, where {expected} can be read. Remove what is in it.',
    fr: '{place} est imbriqué trop profondément : {found}, alors qu’on peut lire {expected}. Retirez son contenu.',
  },
  KEY_FORBIDDEN: {
    en: '{place} has a name that no field can have: {found}. Rename or remove it.',
    fr: '{place} porte un nom qu’aucun champ ne peut porter : {found}. Renommez-le ou retirez-le.',
  },
  TEXT_UNSOUND: {
    en: '{place} holds {found}, which cannot be stored. Remove it.',
    fr: '{place} contient {found}, ce qui ne peut être enregistré. Retirez-le.',
  },
  TEXT_TOO_LONG: {
    en: '{place} is too long: {found}, where {expected} can be read. Shorten it.',
    fr: '{place} est trop long : {found}, alors qu’on peut lire {expected}. Raccourcissez-le.',
  },
  VERSION_UNKNOWN: {
    en: 'This is no flow of Parley, or somebody changed it: {place} must be {expected}, not {found}. Choose a file that Parley exported; what another product exported has to be drawn anew.',
    fr: 'Ce n’est pas un flux de Parley, ou quelqu’un l’a modifié : {place} doit valoir {expected}, et non {found}. Choisissez un fichier exporté par Parley ; ce qui vient d’un autre produit est à redessiner.',
  },
  VERSION_NEWER: {
    en: 'The document was written by a newer Parley: {place} is {found}, this one reads {expected}. Update Parley.',
    fr: 'Le document vient d’un Parley plus récent : {place} vaut {found}, celui-ci lit {expected}. Mettez Parley à jour.',
  },
  NODE_TYPE_UNKNOWN: {
    en: '{place}: there is no node type {found}.{hint} Use {expected}.',
    fr: '{place} : il n’existe pas de type de nœud {found}.{hint} Utilisez {expected}.',
  },
  FIELD_UNKNOWN: {
    en: '{place}: nothing is called {found} here.{hint} Use {expected}, or remove it.',
    fr: '{place} : rien ne s’appelle {found} ici.{hint} Utilisez {expected}, ou retirez-le.',
  },
  FIELD_MISSING: { en: '{place} is missing: add {expected}.', fr: '{place} manque : ajoutez {expected}.' },
  TYPE_WRONG: {
    en: '{place} must be {expected}, not {found}. Change it.',
    fr: '{place} doit être {expected}, et non {found}. Changez-le.',
  },
  VALUE_NOT_ALLOWED: {
    en: '{place} must be {expected}, not {found}.{hint} Change it.',
    fr: '{place} doit être {expected}, et non {found}.{hint} Changez-le.',
  },
  DUPLICATE_ID: {
    en: '{place}: {found} is used twice; there must be {expected}. Rename one of them.',
    fr: '{place} : {found} est utilisé deux fois ; il faut {expected}. Renommez l’un des deux.',
  },
  START_MISSING: {
    en: '{place} names the first node, and there is no node {found}.{hint} Use {expected}.',
    fr: '{place} nomme le premier nœud, et il n’y a pas de nœud {found}.{hint} Utilisez {expected}.',
  },
  EDGE_FROM_NOWHERE: {
    en: '{place}: the connection leaves {found}, which is no node.{hint} Use {expected}, or remove the connection.',
    fr: '{place} : le lien part de {found}, qui n’est pas un nœud.{hint} Utilisez {expected}, ou retirez le lien.',
  },
  EDGE_TO_NOWHERE: {
    en: '{place}: the connection leads to {found}, which is no node.{hint} Use {expected}, or remove the connection.',
    fr: '{place} : le lien mène à {found}, qui n’est pas un nœud.{hint} Utilisez {expected}, ou retirez le lien.',
  },
  OUTCOME_UNKNOWN: {
    en: '{place}: the node has no outcome {found}.{hint} Use {expected}, or remove the connection.',
    fr: '{place} : le nœud n’a pas d’issue {found}.{hint} Utilisez {expected}, ou retirez le lien.',
  },
  UNKNOWN_VARIABLE: {
    en: '{place} uses a variable that the flow does not have: {found}.{hint} Use {expected}, or declare it.',
    fr: '{place} utilise une variable que le flux n’a pas : {found}.{hint} Utilisez {expected}, ou déclarez-la.',
  },
  INTENT_UNKNOWN: {
    en: '{place} names an intent that the flow does not have: {found}.{hint} Use {expected}, or declare it.',
    fr: '{place} nomme une intention que le flux n’a pas : {found}.{hint} Utilisez {expected}, ou déclarez-la.',
  },
  EXPRESSION_INVALID: {
    en: '{place} cannot be computed: {found}; expected {expected}. Correct the expression.',
    fr: '{place} ne peut être calculé : {found} ; attendu : {expected}. Corrigez l’expression.',
  },
  TEMPLATE_BROKEN: {
    en: '{place} has braces without a partner: {found}. Write {expected}.',
    fr: '{place} a des accolades sans partenaire : {found}. Écrivez {expected}.',
  },
  FORMAT_UNKNOWN: {
    en: '{place} asks for a form that does not exist: {found}.{hint} Use {expected}.',
    fr: '{place} demande une forme qui n’existe pas : {found}.{hint} Utilisez {expected}.',
  },
} as const satisfies Record<string, UiText>

export type ReadCode = keyof typeof readMessages
