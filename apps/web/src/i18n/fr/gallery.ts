import type { Catalogue } from '../en.ts'

export const gallery: Catalogue['gallery'] = {
  find: 'Chercher un modèle',
  noMatch: (text) => `Aucun modèle ne parle de « ${text} ». Partez d’un flux vide, ou cherchez autre chose.`,
  play: (name) => `Écouter le début de : ${name}`,
  scenarios: (n) => `${n} ${n < 2 ? 'scénario' : 'scénarios'}`,
}
