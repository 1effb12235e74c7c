import type { Catalogue } from '../en.ts'

export const sharing: Catalogue['sharing'] = {
  others: 'Qui d’autre est ici',
  somebody: 'Quelqu’un',
  isHere: (name) => `${name} est ici`,
  isAt: (name, node) => `${name} est sur « ${node} » : y aller`,
  changed: (name, nodes, more) => `${name} a modifié ${nodes}${more > 0 ? ` et ${more} de plus` : ''}`,
  changedFlow: (name) => `${name} a modifié ce flux`,
  keptNode: (node) => `« ${node} » a été supprimé par l’un de vous pendant que l’autre y travaillait. Il est conservé.`,
  clashes: 'Ce que vous avez modifié tous les deux',
  bothWrote: (name, place) => `Vous avez tous deux modifié ${place}. Votre version est conservée. ${name} a écrit :`,
  takeTheirs: 'Prendre la sienne',
  keepMine: 'Garder la mienne',
  notSaved: {
    OFFLINE: 'Hors ligne : vos modifications sont conservées ici. Elles seront enregistrées dès que le serveur répondra.',
    UNAUTHORIZED:
      'Votre session est terminée. Vos modifications sont conservées ici. Ouvrez un nouveau lien de connexion dans un autre onglet : elles seront enregistrées dès que vous serez connecté.',
    EDITOR_NEEDED:
      'Vous ne pouvez plus modifier ce flux. Vos modifications sont conservées ici. Demandez ce droit à un propriétaire de votre équipe.',
    FLOW_DELETED: 'Quelqu’un a supprimé ce flux. Ce que vous voyez est conservé ici.',
    FLOW_INVALID:
      'Le serveur ne peut pas lire le dernier changement : il n’est pas enregistré. Il est conservé ici. Annulez-le, puis continuez.',
    other: 'Le serveur ne prend pas les derniers changements. Ils sont conservés ici et renvoyés toutes les quelques secondes.',
  },
  bringBack: 'Rétablir le flux',
  keptTitle: 'Des modifications n’ont pas été enregistrées',
  keptHint: (when) =>
    `Cette page a été fermée avant que le serveur n’ait vos dernières modifications (${when}). Elles ont été conservées dans ce navigateur. Reprises, elles rejoignent le brouillon actuel ; annuler les retire.`,
  keptTake: 'Les reprendre',
  keptDrop: 'Les abandonner',
  viewer: 'Vous pouvez consulter ce flux, mais pas le modifier.',
}
