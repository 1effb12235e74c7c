import type { CatalogueEntry } from './entry.ts'

/** Variables, expressions, conditions and what is filled into texts. */
export const valueProblems = {
  UNKNOWN_VARIABLE: {
    severity: 'error',
    message: {
      en: 'You use “{name}”, which is not a variable of this flow.',
      fr: 'Vous utilisez « {name} », qui n’est pas une variable de ce flux.',
    },
  },
  VARIABLE_NAME_TAKEN: {
    severity: 'error',
    message: {
      en: 'You cannot name a variable “{name}”: the name is already used.',
      fr: 'Vous ne pouvez pas nommer une variable « {name} » : ce nom est déjà pris.',
    },
  },
  CHOICES_MISSING: {
    severity: 'error',
    message: {
      en: 'You have not listed yet what callers can choose for “{name}”.',
      fr: 'Vous n’avez pas encore dit ce que l’appelant peut choisir pour « {name} ».',
    },
  },
  VARIABLE_USED_BEFORE_SET: {
    severity: 'warning',
    message: {
      en: 'A call can come here without knowing “{name}”.',
      fr: 'Un appel peut arriver ici sans connaître « {name} ».',
    },
  },
  VARIABLE_NEVER_SET: {
    severity: 'warning',
    message: { en: 'You use “{name}”, but nothing ever fills it.', fr: 'Vous utilisez « {name} », mais rien ne la remplit jamais.' },
  },
  VARIABLE_NEVER_USED: {
    severity: 'warning',
    message: { en: 'Nothing in your flow uses the variable “{name}”.', fr: 'Rien dans votre flux n’utilise la variable « {name} ».' },
  },
  VALUE_WRONG_TYPE: {
    severity: 'error',
    message: { en: '“{name}” holds {type}; “{source}” is none.', fr: '« {name} » contient {type} ; « {source} » n’en est pas.' },
  },
  TEMPLATE_BROKEN: {
    severity: 'error',
    message: {
      en: 'Your text has braces around nothing (“{words}”): write a variable between {{ and }}.',
      fr: 'Votre texte a des accolades qui n’entourent rien (« {words} ») : écrivez une variable entre {{ et }}.',
    },
  },
  FORMAT_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'We do not know the form “{name}”; you can use: {known}.',
      fr: 'Nous ne connaissons pas la forme « {name} » ; vous pouvez utiliser : {known}.',
    },
  },
  FORMAT_WRONG_TYPE: {
    severity: 'warning',
    message: {
      en: '“{name}” ({type}) cannot be said as “{format}”.',
      fr: '« {name} » ({type}) ne peut pas être dite comme « {format} ».',
    },
  },
  EXPRESSION_INVALID: {
    severity: 'error',
    message: {
      en: 'We cannot compute “{source}”: {reason} (at “{at}”).',
      fr: 'Nous ne pouvons pas calculer « {source} » : {reason} (à « {at} »).',
    },
  },
  CONDITION_NOT_YES_NO: {
    severity: 'error',
    message: {
      en: 'Your condition “{source}” is neither true nor false: compare it with something.',
      fr: 'Votre condition « {source} » n’est ni vraie ni fausse : comparez-la à quelque chose.',
    },
  },
  CONDITION_NEVER_TRUE: {
    severity: 'warning',
    message: { en: 'Your condition “{source}” can never be true.', fr: 'Votre condition « {source} » ne peut jamais être vraie.' },
  },
  CONDITION_HIDDEN: {
    severity: 'warning',
    message: {
      en: 'Whenever your condition “{source}” is true, one before it is too: it never counts.',
      fr: 'Chaque fois que votre condition « {source} » est vraie, une précédente l’est aussi : elle ne compte jamais.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
