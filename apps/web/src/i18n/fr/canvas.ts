import type { Catalogue } from '../en.ts'

export const canvas: Catalogue['canvas'] = {
  layOut: 'Ranger',
  layOutSelected: (n) => `Ranger les ${n} nœuds sélectionnés`,
  layOutFailed: 'La disposition n’a pas pu être calculée. Rien n’a bougé ; réessayez.',
  showMap: 'Afficher le plan',
  hideMap: 'Masquer le plan',
  map: 'Plan du flux',
  exportFlow: 'Exporter dans un fichier',
  importFlow: 'Importer',
  importHint: 'Importez un flux depuis un fichier JSON, ou déposez le fichier sur cette page',
  dropHere: 'Déposez ici le fichier d’un flux',
  importing: 'Lecture du fichier…',
  importTooLarge: (megabytes) =>
    `Le fichier dépasse ${megabytes} Mo. Rien n’a été importé ; divisez le flux ou choisissez un autre fichier.`,
  importFailedTitle: (file) => `« ${file} » ne peut pas être importé`,
  importFailedHint: 'Rien n’a été importé. Corrigez ces endroits dans le fichier, puis importez-le à nouveau :',
  exportFailed: 'Le flux n’a pas pu être exporté. Il est inchangé ; réessayez.',
  exportOf: (name) => `Exporter « ${name} »`,
  unknownTitle: (type) => `Nœud inconnu : ${type}`,
  unknownHint: 'Ce nœud vient d’une autre version de Parley. Il est conservé tel quel. Mettez Parley à jour pour le modifier.',
  parts: { canvas: 'Le canevas', inspector: 'Les réglages du nœud', drawer: 'Le volet de test' },
  brokenPart: (part) => `${part} : affichage impossible`,
  brokenHint: 'Votre flux est en sécurité, et le reste de la page fonctionne. Réessayez ; si cela persiste, gardez une copie.',
  copyJson: 'Copier le flux en JSON',
  copied: 'Le flux est dans le presse-papiers.',
  copyFailed: 'Le navigateur n’autorise pas la copie. Exportez plutôt le flux dans un fichier (⌘K).',
}
