import type { Catalogue } from '../en.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`

export const common: Catalogue['common'] = {
  product: 'Parley',
  messages: 'Messages',
  close: 'Fermer',
  cancel: 'Annuler',
  delete: 'Supprimer',
  retry: 'Réessayer',
  loading: 'Chargement…',
  flows: 'Flux',
  calls: 'Appels',
  voices: 'Voix',
  settings: 'Réglages',
  responseTimes: 'Temps de réponse',
  navigation: 'Principale',
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  theme: 'Apparence',
  themes: { system: 'Comme l’ordinateur', light: 'Claire', dark: 'Sombre' },
  signOut: 'Se déconnecter',
  notFoundTitle: 'Il n’y a rien à cette adresse',
  notFoundHint: 'La page a été déplacée ou supprimée, ou l’adresse contient une faute de frappe.',
  backToFlows: 'Revenir aux flux',
  brokenTitle: 'Cette page n’a pas pu être affichée',
  brokenHint: 'Votre travail enregistré est en sécurité. Réessayez ; si cela persiste, regardez ce qu’affiche npm start.',
  now: 'à l’instant',
  secondsAgo: (n) => `il y a ${n} s`,
  minutesAgo: (n) => `il y a ${n} min`,
  hoursAgo: (n) => `il y a ${n} h`,
  daysAgo: (n) => `il y a ${plural(n, 'jour', 'jours')}`,
  turns: (n) => plural(n, 'prise de parole', 'prises de parole'),
}

export const signIn: Catalogue['signIn'] = {
  title: 'Se connecter à Parley',
  working: 'Connexion en cours…',
  needed: 'Il vous faut un lien de connexion',
  neededHint: 'Parley n’a pas de mot de passe. Un lien vous connecte une fois et reste valable 15 minutes.',
  refusedTitle: 'Ce lien ne permet pas de se connecter',
  refused: 'Il a déjà servi, date de plus de 15 minutes ou est incomplet. Rien n’a été changé.',
  brokenTitle: 'La connexion n’a pas abouti',
  broken: 'La base de données n’a pas répondu. Votre lien est peut-être encore valable : réessayez dans un instant.',
  how: 'Obtenir un nouveau lien',
  howStart: 'npm start en affiche un quand tout est prêt.',
  howCommand: 'Pendant qu’il tourne, cette commande dans le même dossier en affiche un autre :',
}

export const flows: Catalogue['flows'] = {
  title: 'Flux',
  newFlow: 'Nouveau flux',
  create: 'Créer le flux',
  name: 'Nom',
  namePlaceholder: 'Accueil',
  startFrom: 'Partir de',
  empty: 'Flux vide',
  emptyHint: 'Un canevas vierge. Vous dessinez chaque nœud.',
  templates: {
    appointment: {
      name: 'Prendre un rendez-vous',
      hint: 'Demande pour quoi, quel jour et à quelle heure, propose d’autres créneaux et réserve.',
    },
    bilingualAppointments: {
      name: 'Rendez-vous en deux langues',
      hint: 'Prend, déplace et annule, change de langue en cours d’appel et confirme par SMS.',
    },
    dealership: {
      name: 'Accueil après-vente',
      hint: 'Répond aux questions, réserve l’atelier et interroge un collègue pendant que l’appel continue.',
    },
    realEstate: {
      name: 'Qualifier des acheteurs',
      hint: 'Appelle les pistes, demande budget, lieu et délai, leur donne un score et transfère les plus chaudes.',
    },
    support: {
      name: 'Assistance technique',
      hint: 'Note le problème, essaie des gestes simples, informe un technicien ou ouvre un ticket et convient d’un rappel.',
    },
    survey: {
      name: 'Enquête de satisfaction',
      hint: 'Demande des notes au clavier ou à la voix et un commentaire, en deux formulations à comparer.',
    },
  },
  noneTitle: 'Aucun flux pour l’instant',
  noneHint: 'Partez d’un modèle ou d’un canevas vide. Les premiers pas sont sur la page d’accueil.',
  published: (version) => `En service : v${version}`,
  notPublished: 'Non publié',
  unreadable: 'Illisible',
  savedWhen: (when) => `enregistré ${when}`,
  nodes: (n) => plural(n, 'nœud', 'nœuds'),
  deleted: (name) => `« ${name} » a été supprimé`,
  failed: 'Les flux n’ont pas pu être chargés.',
  find: 'Chercher un flux',
  noMatch: (text) => `Aucun flux ne s’appelle « ${text} ».`,
}
