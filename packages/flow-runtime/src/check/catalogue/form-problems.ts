import type { CatalogueEntry } from './entry.ts'

/** What is filled in at a node, and what of the tenant's it names. */
export const formProblems = {
  FIELD_MISSING: {
    severity: 'error',
    message: { en: 'You have not filled this in yet: {label}', fr: 'Vous n’avez pas encore rempli ceci : {label}' },
  },
  TEXT_MISSING: {
    severity: 'error',
    message: {
      en: 'You have not written this in {language} yet: {label}',
      fr: 'Vous n’avez pas encore écrit ceci en {language} : {label}',
    },
  },
  PROMPT_TOO_LONG: {
    severity: 'warning',
    message: {
      en: 'This takes about {seconds} seconds to say, more than callers listen to: {label}',
      fr: 'Ceci prend environ {seconds} secondes, plus que ce qu’un appelant écoute : {label}',
    },
  },
  PHONE_INVALID: {
    severity: 'error',
    message: {
      en: '“{value}” is no complete phone number: write it with + and the country, such as +15550100.',
      fr: '« {value} » n’est pas un numéro complet : écrivez-le avec + et le pays, par exemple +15550100.',
    },
  },
  TIME_ZONE_UNKNOWN: {
    severity: 'error',
    message: { en: 'We do not know the time zone “{name}”.', fr: 'Nous ne connaissons pas le fuseau horaire « {name} ».' },
  },
  SERVICE_UNKNOWN: {
    severity: 'error',
    message: { en: 'Your calendar has no service “{name}”.', fr: 'Votre agenda n’a pas de service « {name} ».' },
  },
  NUMBER_UNKNOWN: {
    severity: 'error',
    message: { en: 'The number “{name}” is not one of yours.', fr: 'Le numéro « {name} » n’est pas l’un des vôtres.' },
  },
  SENDER_UNKNOWN: {
    severity: 'error',
    message: { en: 'You cannot send messages from “{name}”.', fr: 'Vous ne pouvez pas envoyer de messages depuis « {name} ».' },
  },
  MESSAGE_TEMPLATE_UNKNOWN: {
    severity: 'error',
    message: { en: 'You have no message template “{name}”.', fr: 'Vous n’avez pas de modèle de message « {name} ».' },
  },
  TOOL_UNKNOWN: {
    severity: 'error',
    message: { en: 'You have no tool “{name}” connected.', fr: 'Vous n’avez pas d’outil « {name} » connecté.' },
  },
  URL_INVALID: {
    severity: 'error',
    message: {
      en: '“{url}” is no web address: begin with https:// and the host.',
      fr: '« {url} » n’est pas une adresse web : commencez par https:// et l’hôte.',
    },
  },
  URL_HOST_VARIABLE: {
    severity: 'error',
    message: {
      en: 'The host of “{url}” must be written out: a value may only follow it.',
      fr: 'L’hôte de « {url} » doit être écrit en toutes lettres : une valeur ne peut que le suivre.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
