import type { Catalogue } from '../en.ts'

export const overlay: Catalogue['overlay'] = {
  changes: { added: 'Ajouté', changed: 'Modifié' },
  calls: (count) => (count === 1 ? '1 appel' : `${count} appels`),
  covered: 'Parcouru par un scénario',
  notCovered: 'Aucun scénario ne passe par ici',
  share: (percent) => `${percent} de ceux qui sont passés ici`,
  ended: (percent) => `${percent} ont mis fin à l’appel ici`,
}
