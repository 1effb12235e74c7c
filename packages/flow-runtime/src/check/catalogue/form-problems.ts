import type { CatalogueEntry } from './entry.ts'

/** What is filled in at a node, and what of the tenant's it names. */
export const formProblems = {
  FIELD_MISSING: {
    severity: 'error',
    message: { en: 'You have not filled this in yet: {label}', fr: 'Vous n’avez pas encore rempli ceci : {label}' },
    meaning: { en: 'The node cannot do its work without it.', fr: 'Le nœud ne peut rien faire sans cela.' },
    remedy: { en: 'Fill it in.', fr: 'Remplissez-le.' },
    example: { en: 'A transfer without a number.', fr: 'Un transfert sans numéro.' },
  },
  TEXT_MISSING: {
    severity: 'error',
    message: {
      en: 'You have not written this in {language} yet: {label}',
      fr: 'Vous n’avez pas encore écrit ceci en {language} : {label}',
    },
    meaning: {
      en: 'Callers in that language hear another language or nothing. An error in the first language, a warning in the others.',
      fr: 'Les appelants de cette langue entendent une autre langue ou rien. Une erreur dans la première langue, un avertissement dans les autres.',
    },
    remedy: { en: 'Write the text in that language.', fr: 'Écrivez le texte dans cette langue.' },
    example: { en: 'A question that exists in French only.', fr: 'Une question qui n’existe qu’en français.' },
  },
  PROMPT_TOO_LONG: {
    severity: 'warning',
    message: {
      en: 'This takes about {seconds} seconds to say, more than callers listen to: {label}',
      fr: 'Ceci prend environ {seconds} secondes, plus que ce qu’un appelant écoute : {label}',
    },
    meaning: { en: 'Callers interrupt or forget the beginning.', fr: 'Les appelants interrompent ou oublient le début.' },
    remedy: {
      en: 'Shorten it to 20 seconds, or split it around a question.',
      fr: 'Réduisez-le à 20 secondes, ou partagez-le autour d’une question.',
    },
    example: { en: 'Opening hours of seven branches in one breath.', fr: 'Les horaires de sept agences d’une traite.' },
  },
  PHONE_INVALID: {
    severity: 'error',
    message: {
      en: '“{value}” is no complete phone number: write it with + and the country, such as +15550100.',
      fr: '« {value} » n’est pas un numéro complet : écrivez-le avec + et le pays, par exemple +15550100.',
    },
    meaning: { en: 'The call cannot be put through.', fr: 'L’appel ne peut pas être passé.' },
    remedy: { en: 'Write the number with + and its country.', fr: 'Écrivez le numéro avec + et son pays.' },
    example: { en: '0155', fr: '0155' },
  },
  TIME_ZONE_UNKNOWN: {
    severity: 'error',
    message: { en: 'We do not know the time zone “{name}”.', fr: 'Nous ne connaissons pas le fuseau horaire « {name} ».' },
    meaning: { en: '“Tomorrow at three” could not be placed.', fr: '« Demain à trois heures » ne pourrait être situé.' },
    remedy: { en: 'Choose a time zone such as Europe/Paris.', fr: 'Choisissez un fuseau, par exemple Europe/Paris.' },
    example: { en: 'Mars/Base', fr: 'Mars/Base' },
  },
  SERVICE_UNKNOWN: {
    severity: 'error',
    message: { en: 'Your calendar has no service “{name}”.', fr: 'Votre agenda n’a pas de service « {name} ».' },
    meaning: { en: 'Nothing can be booked.', fr: 'Rien ne peut être réservé.' },
    remedy: { en: 'Choose one of the calendar’s services, or add it there.', fr: 'Choisissez un service de l’agenda, ou ajoutez-le là.' },
    example: { en: 'A service that was renamed in the calendar.', fr: 'Un service renommé dans l’agenda.' },
  },
  NUMBER_UNKNOWN: {
    severity: 'error',
    message: { en: 'The number “{name}” is not one of yours.', fr: 'Le numéro « {name} » n’est pas l’un des vôtres.' },
    meaning: { en: 'The call cannot go there.', fr: 'L’appel ne peut pas y aller.' },
    remedy: { en: 'Choose one of your numbers, or add it.', fr: 'Choisissez l’un de vos numéros, ou ajoutez-le.' },
    example: { en: 'The reception got a new number.', fr: 'La réception a changé de numéro.' },
  },
  SENDER_UNKNOWN: {
    severity: 'error',
    message: { en: 'You cannot send messages from “{name}”.', fr: 'Vous ne pouvez pas envoyer de messages depuis « {name} ».' },
    meaning: { en: 'The message is not sent.', fr: 'Le message n’est pas envoyé.' },
    remedy: { en: 'Choose one of your senders.', fr: 'Choisissez l’un de vos expéditeurs.' },
    example: { en: 'An address that was never confirmed.', fr: 'Une adresse jamais confirmée.' },
  },
  MESSAGE_TEMPLATE_UNKNOWN: {
    severity: 'error',
    message: { en: 'You have no message template “{name}”.', fr: 'Vous n’avez pas de modèle de message « {name} ».' },
    meaning: { en: 'The message is not sent.', fr: 'Le message n’est pas envoyé.' },
    remedy: { en: 'Choose one of your templates, or write it.', fr: 'Choisissez l’un de vos modèles, ou écrivez-le.' },
    example: { en: 'A template that was deleted.', fr: 'Un modèle supprimé.' },
  },
  TOOL_UNKNOWN: {
    severity: 'error',
    message: { en: 'You have no tool “{name}” connected.', fr: 'Vous n’avez pas d’outil « {name} » connecté.' },
    meaning: { en: 'The call goes on by “error”.', fr: 'L’appel continue par « erreur ».' },
    remedy: {
      en: 'Connect the tool’s server, or choose another tool.',
      fr: 'Connectez le serveur de l’outil, ou choisissez un autre outil.',
    },
    example: { en: 'A tool its server no longer offers.', fr: 'Un outil que son serveur n’offre plus.' },
  },
  URL_INVALID: {
    severity: 'error',
    message: {
      en: '“{url}” is no web address: begin with https:// and the host.',
      fr: '« {url} » n’est pas une adresse web : commencez par https:// et l’hôte.',
    },
    meaning: { en: 'No request can be made.', fr: 'Aucune requête ne peut être faite.' },
    remedy: { en: 'Write the whole address.', fr: 'Écrivez l’adresse complète.' },
    example: { en: 'api.example.com/orders', fr: 'api.example.com/orders' },
  },
  URL_HOST_VARIABLE: {
    severity: 'error',
    message: {
      en: 'The host of “{url}” must be written out: a value may only follow it.',
      fr: 'L’hôte de « {url} » doit être écrit en toutes lettres : une valeur ne peut que le suivre.',
    },
    meaning: {
      en: 'What a caller says could send your data elsewhere.',
      fr: 'Ce que dit un appelant pourrait envoyer vos données ailleurs.',
    },
    remedy: { en: 'Write scheme and host, then the values.', fr: 'Écrivez le protocole et l’hôte, puis les valeurs.' },
    example: { en: 'https://{{ shop }}/orders', fr: 'https://{{ shop }}/orders' },
  },
} as const satisfies Record<string, CatalogueEntry>
