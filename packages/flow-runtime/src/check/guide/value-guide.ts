import type { ProblemGuide } from './problem-guide.ts'

/** Variables, expressions, conditions and what is filled into texts. */
export const valueGuide = {
  UNKNOWN_VARIABLE: {
    meaning: { en: 'Nothing is said or compared in its place.', fr: 'Rien n’est dit ni comparé à sa place.' },
    remedy: { en: 'Add the variable, or correct the name.', fr: 'Ajoutez la variable, ou corrigez le nom.' },
    example: { en: '{{ pacient }}', fr: '{{ pacient }}' },
  },
  VARIABLE_NAME_TAKEN: {
    meaning: { en: 'Expressions would read something else.', fr: 'Les expressions liraient autre chose.' },
    remedy: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
    example: { en: '“call” stands for the facts of the call.', fr: '« call » désigne les faits de l’appel.' },
  },
  CHOICES_MISSING: {
    meaning: { en: 'No answer can be right.', fr: 'Aucune réponse ne peut convenir.' },
    remedy: { en: 'List the choices, with other words for each.', fr: 'Listez les choix, avec d’autres mots pour chacun.' },
    example: { en: 'A size without small, medium and large.', fr: 'Une taille sans petit, moyen et grand.' },
  },
  VARIABLE_USED_BEFORE_SET: {
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
    meaning: { en: 'It is unknown in every call.', fr: 'Elle est inconnue dans chaque appel.' },
    remedy: { en: 'Ask for it or compute it, or take it out.', fr: 'Demandez-la ou calculez-la, ou retirez-la.' },
    example: { en: 'A variable whose question was removed.', fr: 'Une variable dont la question a été retirée.' },
  },
  VARIABLE_NEVER_USED: {
    meaning: { en: 'It holds nothing and changes nothing.', fr: 'Elle ne contient rien et ne change rien.' },
    remedy: { en: 'Use it or remove it.', fr: 'Utilisez-la ou retirez-la.' },
    example: { en: 'A variable left over after a change.', fr: 'Une variable oubliée après une modification.' },
  },
  VALUE_WRONG_TYPE: {
    meaning: {
      en: 'The value is left out and the variable stays as it was.',
      fr: 'La valeur est ignorée et la variable reste comme elle était.',
    },
    remedy: { en: 'Change the value, or the variable’s type.', fr: 'Changez la valeur, ou le type de la variable.' },
    example: { en: 'party = "six" where party is a number.', fr: 'party = "six" quand party est un nombre.' },
  },
  TEMPLATE_BROKEN: {
    meaning: { en: 'Callers would hear the braces or nothing.', fr: 'Les appelants entendraient les accolades ou rien.' },
    remedy: { en: 'Close the braces, or take them out.', fr: 'Fermez les accolades, ou retirez-les.' },
    example: { en: 'Thank you, {{ patient.', fr: 'Merci, {{ patient.' },
  },
  FORMAT_UNKNOWN: {
    meaning: { en: 'The value is said as it is.', fr: 'La valeur est dite telle quelle.' },
    remedy: { en: 'Choose one of the forms.', fr: 'Choisissez l’une des formes.' },
    example: { en: '{{ day | roman }}', fr: '{{ day | roman }}' },
  },
  FORMAT_WRONG_TYPE: {
    meaning: { en: 'The value is said as it is, or oddly.', fr: 'La valeur est dite telle quelle, ou bizarrement.' },
    remedy: {
      en: 'Take the form out, or choose one of the variable’s type.',
      fr: 'Retirez la forme, ou choisissez-en une du type de la variable.',
    },
    example: { en: '{{ party | weekday }} where party is a number.', fr: '{{ party | weekday }} quand party est un nombre.' },
  },
  EXPRESSION_INVALID: {
    meaning: { en: 'It has no value in any call.', fr: 'Elle n’a de valeur dans aucun appel.' },
    remedy: { en: 'Correct it at the place named.', fr: 'Corrigez-la à l’endroit nommé.' },
    example: { en: 'party > "six"', fr: 'party > "six"' },
  },
  CONDITION_NOT_YES_NO: {
    meaning: { en: 'It never holds.', fr: 'Elle n’est jamais vraie.' },
    remedy: { en: 'Compare it, such as party > 6.', fr: 'Comparez-la, par exemple party > 6.' },
    example: { en: 'party + 1', fr: 'party + 1' },
  },
  CONDITION_NEVER_TRUE: {
    meaning: { en: 'No call goes this way.', fr: 'Aucun appel ne prend ce chemin.' },
    remedy: { en: 'Correct it, or remove it.', fr: 'Corrigez-la, ou retirez-la.' },
    example: { en: 'party > 6 && party < 3', fr: 'party > 6 && party < 3' },
  },
  CONDITION_HIDDEN: {
    meaning: {
      en: 'No call goes this way: the first condition that holds decides.',
      fr: 'Aucun appel ne prend ce chemin : la première condition vraie décide.',
    },
    remedy: { en: 'Put the narrower condition first.', fr: 'Mettez la condition la plus étroite en premier.' },
    example: { en: 'party > 3, then party > 6', fr: 'party > 3, puis party > 6' },
  },
} as const satisfies Record<string, ProblemGuide>
