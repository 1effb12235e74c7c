import type { CatalogueEntry } from './entry.ts'

/** Variables, expressions, conditions and what is filled into texts. */
export const valueProblems = {
  UNKNOWN_VARIABLE: {
    severity: 'error',
    message: {
      en: 'You use “{name}”, which is not a variable of this flow.',
      fr: 'Vous utilisez « {name} », qui n’est pas une variable de ce flux.',
    },
    meaning: { en: 'Nothing is said or compared in its place.', fr: 'Rien n’est dit ni comparé à sa place.' },
    remedy: { en: 'Add the variable, or correct the name.', fr: 'Ajoutez la variable, ou corrigez le nom.' },
    example: { en: '{{ pacient }}', fr: '{{ pacient }}' },
  },
  VARIABLE_NAME_TAKEN: {
    severity: 'error',
    message: {
      en: 'You cannot name a variable “{name}”: the name is already used.',
      fr: 'Vous ne pouvez pas nommer une variable « {name} » : ce nom est déjà pris.',
    },
    meaning: { en: 'Expressions would read something else.', fr: 'Les expressions liraient autre chose.' },
    remedy: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
    example: { en: '“call” stands for the facts of the call.', fr: '« call » désigne les faits de l’appel.' },
  },
  CHOICES_MISSING: {
    severity: 'error',
    message: {
      en: 'You have not listed yet what callers can choose for “{name}”.',
      fr: 'Vous n’avez pas encore dit ce que l’appelant peut choisir pour « {name} ».',
    },
    meaning: { en: 'No answer can be right.', fr: 'Aucune réponse ne peut convenir.' },
    remedy: { en: 'List the choices, with other words for each.', fr: 'Listez les choix, avec d’autres mots pour chacun.' },
    example: { en: 'A size without small, medium and large.', fr: 'Une taille sans petit, moyen et grand.' },
  },
  VARIABLE_USED_BEFORE_SET: {
    severity: 'warning',
    message: {
      en: 'A call can come here without knowing “{name}”.',
      fr: 'Un appel peut arriver ici sans connaître « {name} ».',
    },
    meaning: {
      en: 'Nothing is said in its place, and a condition on it does not hold.',
      fr: 'Rien n’est dit à sa place, et une condition dessus n’est pas vraie.',
    },
    remedy: {
      en: 'Ask for it on every way that leads here, or branch on known.{name} first.',
      fr: 'Demandez-la sur chaque chemin qui mène ici, ou testez d’abord known.{name}.',
    },
    example: { en: '“On {{ day }}” after the way by silence.', fr: '« Le {{ day }} » après le chemin du silence.' },
  },
  VARIABLE_NEVER_SET: {
    severity: 'warning',
    message: { en: 'You use “{name}”, but nothing ever fills it.', fr: 'Vous utilisez « {name} », mais rien ne la remplit jamais.' },
    meaning: { en: 'It is unknown in every call.', fr: 'Elle est inconnue dans chaque appel.' },
    remedy: { en: 'Ask for it or compute it, or take it out.', fr: 'Demandez-la ou calculez-la, ou retirez-la.' },
    example: { en: 'A variable whose question was removed.', fr: 'Une variable dont la question a été retirée.' },
  },
  VARIABLE_NEVER_USED: {
    severity: 'warning',
    message: { en: 'Nothing in your flow uses the variable “{name}”.', fr: 'Rien dans votre flux n’utilise la variable « {name} ».' },
    meaning: { en: 'It holds nothing and changes nothing.', fr: 'Elle ne contient rien et ne change rien.' },
    remedy: { en: 'Use it or remove it.', fr: 'Utilisez-la ou retirez-la.' },
    example: { en: 'A variable left over after a change.', fr: 'Une variable oubliée après une modification.' },
  },
  VALUE_WRONG_TYPE: {
    severity: 'error',
    message: { en: '“{name}” holds {type}; “{source}” is none.', fr: '« {name} » contient {type} ; « {source} » n’en est pas.' },
    meaning: {
      en: 'The value is left out and the variable stays as it was.',
      fr: 'La valeur est ignorée et la variable reste comme elle était.',
    },
    remedy: { en: 'Change the value, or the variable’s type.', fr: 'Changez la valeur, ou le type de la variable.' },
    example: { en: 'party = "six" where party is a number.', fr: 'party = "six" quand party est un nombre.' },
  },
  TEMPLATE_BROKEN: {
    severity: 'error',
    message: {
      en: 'Your text has braces around nothing (“{words}”): write a variable between {{ and }}.',
      fr: 'Votre texte a des accolades qui n’entourent rien (« {words} ») : écrivez une variable entre {{ et }}.',
    },
    meaning: { en: 'Callers would hear the braces or nothing.', fr: 'Les appelants entendraient les accolades ou rien.' },
    remedy: { en: 'Close the braces, or take them out.', fr: 'Fermez les accolades, ou retirez-les.' },
    example: { en: 'Thank you, {{ patient.', fr: 'Merci, {{ patient.' },
  },
  FORMAT_UNKNOWN: {
    severity: 'error',
    message: {
      en: 'We do not know the form “{name}”; you can use: {known}.',
      fr: 'Nous ne connaissons pas la forme « {name} » ; vous pouvez utiliser : {known}.',
    },
    meaning: { en: 'The value is said as it is.', fr: 'La valeur est dite telle quelle.' },
    remedy: { en: 'Choose one of the forms.', fr: 'Choisissez l’une des formes.' },
    example: { en: '{{ day | roman }}', fr: '{{ day | roman }}' },
  },
  FORMAT_WRONG_TYPE: {
    severity: 'warning',
    message: {
      en: '“{name}” ({type}) cannot be said as “{format}”.',
      fr: '« {name} » ({type}) ne peut pas être dite comme « {format} ».',
    },
    meaning: { en: 'The value is said as it is, or oddly.', fr: 'La valeur est dite telle quelle, ou bizarrement.' },
    remedy: {
      en: 'Take the form out, or choose one of the variable’s type.',
      fr: 'Retirez la forme, ou choisissez-en une du type de la variable.',
    },
    example: { en: '{{ party | weekday }} where party is a number.', fr: '{{ party | weekday }} quand party est un nombre.' },
  },
  EXPRESSION_INVALID: {
    severity: 'error',
    message: {
      en: 'We cannot compute “{source}”: {reason} (at “{at}”).',
      fr: 'Nous ne pouvons pas calculer « {source} » : {reason} (à « {at} »).',
    },
    meaning: { en: 'It has no value in any call.', fr: 'Elle n’a de valeur dans aucun appel.' },
    remedy: { en: 'Correct it at the place named.', fr: 'Corrigez-la à l’endroit nommé.' },
    example: { en: 'party > "six"', fr: 'party > "six"' },
  },
  CONDITION_NOT_YES_NO: {
    severity: 'error',
    message: {
      en: 'Your condition “{source}” is neither true nor false: compare it with something.',
      fr: 'Votre condition « {source} » n’est ni vraie ni fausse : comparez-la à quelque chose.',
    },
    meaning: { en: 'It never holds.', fr: 'Elle n’est jamais vraie.' },
    remedy: { en: 'Compare it, such as party > 6.', fr: 'Comparez-la, par exemple party > 6.' },
    example: { en: 'party + 1', fr: 'party + 1' },
  },
  CONDITION_NEVER_TRUE: {
    severity: 'warning',
    message: { en: 'Your condition “{source}” can never be true.', fr: 'Votre condition « {source} » ne peut jamais être vraie.' },
    meaning: { en: 'No call goes this way.', fr: 'Aucun appel ne prend ce chemin.' },
    remedy: { en: 'Correct it, or remove it.', fr: 'Corrigez-la, ou retirez-la.' },
    example: { en: 'party > 6 && party < 3', fr: 'party > 6 && party < 3' },
  },
  CONDITION_HIDDEN: {
    severity: 'warning',
    message: {
      en: 'Whenever your condition “{source}” is true, one before it is too: it never counts.',
      fr: 'Chaque fois que votre condition « {source} » est vraie, une précédente l’est aussi : elle ne compte jamais.',
    },
    meaning: {
      en: 'No call goes this way: the first condition that holds decides.',
      fr: 'Aucun appel ne prend ce chemin : la première condition vraie décide.',
    },
    remedy: { en: 'Put the narrower condition first.', fr: 'Mettez la condition la plus étroite en premier.' },
    example: { en: 'party > 3, then party > 6', fr: 'party > 3, puis party > 6' },
  },
} as const satisfies Record<string, CatalogueEntry>
