import type { ProblemGuide } from './problem-guide.ts'

/** Flows that run flows. */
export const subflowGuide = {
  SUBFLOW_UNKNOWN: {
    meaning: { en: 'The call goes on by “failed” at once.', fr: 'L’appel continue aussitôt par « failed ».' },
    remedy: { en: 'Choose a flow that exists.', fr: 'Choisissez un flux qui existe.' },
    example: { en: 'The flow was deleted.', fr: 'Le flux a été supprimé.' },
  },
  SUBFLOW_RECURSION: {
    meaning: { en: 'The call would never come back.', fr: 'L’appel n’en reviendrait jamais.' },
    remedy: { en: 'Lead back to the beginning with a connection instead.', fr: 'Revenez au début par une connexion.' },
    example: { en: '“verify” runs “help”, which runs “verify”.', fr: '« verify » exécute « help », qui exécute « verify ».' },
  },
  SUBFLOW_TOO_DEEP: {
    meaning: {
      en: 'The innermost does not run: the call goes on by “failed”.',
      fr: 'Le plus intérieur ne s’exécute pas : l’appel continue par « failed ».',
    },
    remedy: { en: 'Put some of them together.', fr: 'Réunissez-en quelques-uns.' },
    example: { en: 'Nine flows, each running the next.', fr: 'Neuf flux, chacun exécutant le suivant.' },
  },
  SUBFLOW_INPUT_UNKNOWN: {
    meaning: { en: 'The value does not arrive.', fr: 'La valeur n’arrive pas.' },
    remedy: { en: 'Choose one of its inputs.', fr: 'Choisissez l’une de ses entrées.' },
    example: { en: 'An input that was renamed in the subflow.', fr: 'Une entrée renommée dans le sous-flux.' },
  },
  SUBFLOW_INPUT_MISSING: {
    meaning: { en: 'It is not known in there.', fr: 'Elle n’y est pas connue.' },
    remedy: { en: 'Pass it in.', fr: 'Passez-la.' },
    example: { en: '“verify” without the caller’s number.', fr: '« verify » sans le numéro de l’appelant.' },
  },
  SUBFLOW_OUTPUT_UNKNOWN: {
    meaning: { en: 'The variable stays as it was.', fr: 'La variable reste comme elle était.' },
    remedy: { en: 'Choose one of its outputs.', fr: 'Choisissez l’une de ses sorties.' },
    example: { en: 'An output that was renamed in the subflow.', fr: 'Une sortie renommée dans le sous-flux.' },
  },
  RESULT_UNKNOWN: {
    meaning: { en: 'The flow around it goes on by “failed”.', fr: 'Le flux qui l’exécute continue par « failed ».' },
    remedy: { en: 'Declare the result, or choose another.', fr: 'Déclarez le résultat, ou choisissez-en un autre.' },
    example: { en: 'An end with “verifed”.', fr: 'Une fin avec « verifed ».' },
  },
  RESULT_NEVER_GIVEN: {
    meaning: { en: 'What follows it elsewhere never happens.', fr: 'Ce qui le suit ailleurs n’arrive jamais.' },
    remedy: { en: 'Give it at an end, or take it out.', fr: 'Donnez-le à une fin, ou retirez-le.' },
    example: { en: 'A result “declined” without an end for it.', fr: 'Un résultat « declined » sans fin correspondante.' },
  },
  INTERFACE_VARIABLE_UNKNOWN: {
    meaning: { en: 'Nothing is passed.', fr: 'Rien n’est passé.' },
    remedy: {
      en: 'Add the variable, or take it out of the inputs and outputs.',
      fr: 'Ajoutez la variable, ou retirez-la des entrées et sorties.',
    },
    example: { en: 'An input whose variable was removed.', fr: 'Une entrée dont la variable a été retirée.' },
  },
} as const satisfies Record<string, ProblemGuide>
