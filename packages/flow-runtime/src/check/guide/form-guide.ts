import type { ProblemGuide } from './problem-guide.ts'

/** What is filled in at a node, and what of the tenant's it names. */
export const formGuide = {
  FIELD_MISSING: {
    meaning: { en: 'The node cannot do its work without it.', fr: 'Le nœud ne peut rien faire sans cela.' },
    remedy: { en: 'Fill it in.', fr: 'Remplissez-le.' },
    example: { en: 'A transfer without a number.', fr: 'Un transfert sans numéro.' },
  },
  TEXT_MISSING: {
    meaning: {
      en: 'Callers in that language hear another language or nothing. An error in the first language, a warning in the others.',
      fr: 'Les appelants de cette langue entendent une autre langue ou rien. Une erreur dans la première langue, un avertissement dans les autres.',
    },
    remedy: { en: 'Write the text in that language.', fr: 'Écrivez le texte dans cette langue.' },
    example: { en: 'A question that exists in French only.', fr: 'Une question qui n’existe qu’en français.' },
  },
  PROMPT_TOO_LONG: {
    meaning: { en: 'Callers interrupt or forget the beginning.', fr: 'Les appelants interrompent ou oublient le début.' },
    remedy: {
      en: 'Shorten it to 20 seconds, or split it around a question.',
      fr: 'Réduisez-le à 20 secondes, ou partagez-le autour d’une question.',
    },
    example: { en: 'Opening hours of seven branches in one breath.', fr: 'Les horaires de sept agences d’une traite.' },
  },
  PHONE_INVALID: {
    meaning: { en: 'The call cannot be put through.', fr: 'L’appel ne peut pas être passé.' },
    remedy: { en: 'Write the number with + and its country.', fr: 'Écrivez le numéro avec + et son pays.' },
    example: { en: '0155', fr: '0155' },
  },
  TIME_ZONE_UNKNOWN: {
    meaning: { en: '“Tomorrow at three” could not be placed.', fr: '« Demain à trois heures » ne pourrait être situé.' },
    remedy: { en: 'Choose a time zone such as Europe/Paris.', fr: 'Choisissez un fuseau, par exemple Europe/Paris.' },
    example: { en: 'Mars/Base', fr: 'Mars/Base' },
  },
  SERVICE_UNKNOWN: {
    meaning: { en: 'Nothing can be booked.', fr: 'Rien ne peut être réservé.' },
    remedy: { en: 'Choose one of the calendar’s services, or add it there.', fr: 'Choisissez un service de l’agenda, ou ajoutez-le là.' },
    example: { en: 'A service that was renamed in the calendar.', fr: 'Un service renommé dans l’agenda.' },
  },
  NUMBER_UNKNOWN: {
    meaning: { en: 'The call cannot go there.', fr: 'L’appel ne peut pas y aller.' },
    remedy: { en: 'Choose one of your numbers, or add it.', fr: 'Choisissez l’un de vos numéros, ou ajoutez-le.' },
    example: { en: 'The reception got a new number.', fr: 'La réception a changé de numéro.' },
  },
  SENDER_UNKNOWN: {
    meaning: { en: 'The message is not sent.', fr: 'Le message n’est pas envoyé.' },
    remedy: { en: 'Choose one of your senders.', fr: 'Choisissez l’un de vos expéditeurs.' },
    example: { en: 'An address that was never confirmed.', fr: 'Une adresse jamais confirmée.' },
  },
  MESSAGE_TEMPLATE_UNKNOWN: {
    meaning: { en: 'The message is not sent.', fr: 'Le message n’est pas envoyé.' },
    remedy: { en: 'Choose one of your templates, or write it.', fr: 'Choisissez l’un de vos modèles, ou écrivez-le.' },
    example: { en: 'A template that was deleted.', fr: 'Un modèle supprimé.' },
  },
  TOOL_UNKNOWN: {
    meaning: { en: 'The call goes on by “error”.', fr: 'L’appel continue par « erreur ».' },
    remedy: {
      en: 'Connect the tool’s server, or choose another tool.',
      fr: 'Connectez le serveur de l’outil, ou choisissez un autre outil.',
    },
    example: { en: 'A tool its server no longer offers.', fr: 'Un outil que son serveur n’offre plus.' },
  },
  URL_INVALID: {
    meaning: { en: 'No request can be made.', fr: 'Aucune requête ne peut être faite.' },
    remedy: { en: 'Write the whole address.', fr: 'Écrivez l’adresse complète.' },
    example: { en: 'api.example.com/orders', fr: 'api.example.com/orders' },
  },
  URL_HOST_VARIABLE: {
    meaning: {
      en: 'What a caller says could send your data elsewhere.',
      fr: 'Ce que dit un appelant pourrait envoyer vos données ailleurs.',
    },
    remedy: { en: 'Write scheme and host, then the values.', fr: 'Écrivez le protocole et l’hôte, puis les valeurs.' },
    example: { en: 'https://{{ shop }}/orders', fr: 'https://{{ shop }}/orders' },
  },
} as const satisfies Record<string, ProblemGuide>
