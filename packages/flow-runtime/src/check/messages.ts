import type { ExpressionReason } from '../expressions.ts'
import type { UiText } from '../text.ts'

/** The sentence of every problem; `{name}` is filled in. */
export const problemMessages = {
  START_MISSING: {
    en: 'Your flow has no first node: choose where a call starts.',
    fr: 'Votre flux n’a pas de premier nœud : choisissez où commence un appel.',
  },
  DUPLICATE_ID: { en: 'Two things in your flow share the name “{id}”.', fr: 'Deux éléments de votre flux portent le même nom « {id} ».' },
  EDGE_BROKEN: {
    en: 'The connection “{id}” does not join two things that exist.',
    fr: 'La connexion « {id} » ne relie pas deux éléments existants.',
  },
  UNREACHABLE_NODE: { en: 'Nothing leads to this node: no caller gets here.', fr: 'Rien ne mène à ce nœud : aucun appelant n’y arrive.' },
  DEAD_END: {
    en: 'From here the call never reaches an end: add one.',
    fr: 'À partir d’ici, l’appel n’atteint jamais de fin : ajoutez-en une.',
  },
  OPEN_OUTCOME: { en: 'Nobody answers this outcome yet: {outcome}', fr: 'Personne ne répond encore à cette issue : {outcome}' },
  TRANSFER_WITHOUT_FAILURE_PATH: {
    en: 'You do not say yet what happens when nobody takes the call: {outcome}',
    fr: 'Vous ne dites pas encore ce qui se passe si personne ne prend l’appel : {outcome}',
  },
  OUTCOME_DUPLICATE: {
    en: 'Two of your conditions share the name “{name}”: name them differently.',
    fr: 'Deux de vos conditions portent le nom « {name} » : nommez-les différemment.',
  },
  LOOP_WITHOUT_LISTENING: {
    en: 'This loop never listens to the caller: it would go round for ever.',
    fr: 'Cette boucle n’écoute jamais l’appelant : elle tournerait sans fin.',
  },
  UNKNOWN_VARIABLE: {
    en: 'You use “{name}”, which is not a variable of this flow.',
    fr: 'Vous utilisez « {name} », qui n’est pas une variable de ce flux.',
  },
  VARIABLE_NAME_TAKEN: {
    en: 'You cannot name a variable “{name}”: the name is already used.',
    fr: 'Vous ne pouvez pas nommer une variable « {name} » : ce nom est déjà pris.',
  },
  CHOICES_MISSING: {
    en: 'You have not listed yet what callers can choose for “{name}”.',
    fr: 'Vous n’avez pas encore dit ce que l’appelant peut choisir pour « {name} ».',
  },
  EXPRESSION_INVALID: {
    en: 'We cannot compute “{source}”: {reason} (at “{at}”).',
    fr: 'Nous ne pouvons pas calculer « {source} » : {reason} (à « {at} »).',
  },
  CONDITION_NOT_YES_NO: {
    en: 'Your condition “{source}” is neither true nor false: compare it with something.',
    fr: 'Votre condition « {source} » n’est ni vraie ni fausse : comparez-la à quelque chose.',
  },
  FORMAT_UNKNOWN: {
    en: 'We do not know the form “{name}”; you can use: {known}.',
    fr: 'Nous ne connaissons pas la forme « {name} » ; vous pouvez utiliser : {known}.',
  },
  TEMPLATE_BROKEN: {
    en: 'Your text has braces around nothing (“{words}”): write a variable between {{ and }}.',
    fr: 'Votre texte a des accolades qui n’entourent rien (« {words} ») : écrivez une variable entre {{ et }}.',
  },
  TEXT_MISSING: {
    en: 'You have not written this in {language} yet: {label}',
    fr: 'Vous n’avez pas encore écrit ceci en {language} : {label}',
  },
  FIELD_MISSING: { en: 'You have not filled this in yet: {label}', fr: 'Vous n’avez pas encore rempli ceci : {label}' },
  PHONE_INVALID: {
    en: '“{value}” is no complete phone number: write it with + and the country, such as +15550100.',
    fr: '« {value} » n’est pas un numéro complet : écrivez-le avec + et le pays, par exemple +15550100.',
  },
  INTENT_UNKNOWN: {
    en: 'You listen for “{name}”, which is not an intent of this flow.',
    fr: 'Vous attendez « {name} », qui n’est pas une intention de ce flux.',
  },
  INTENT_WITHOUT_SAMPLES: {
    en: 'Your intent “{name}” has no sample sentences in {language}: write what callers say.',
    fr: 'Votre intention « {name} » n’a pas d’exemples en {language} : écrivez ce que disent les appelants.',
  },
  SERVICE_UNKNOWN: { en: 'Your calendar has no service “{name}”.', fr: 'Votre agenda n’a pas de service « {name} ».' },
  TIME_ZONE_UNKNOWN: { en: 'We do not know the time zone “{name}”.', fr: 'Nous ne connaissons pas le fuseau horaire « {name} ».' },
} as const satisfies Record<string, UiText>

export type ProblemCode = keyof typeof problemMessages

/** What `{reason}` of EXPRESSION_INVALID says. */
export const expressionReasons: Record<ExpressionReason, UiText> = {
  unknownName: { en: 'a name is not known', fr: 'un nom est inconnu' },
  syntax: { en: 'something is missing or too much', fr: 'il manque quelque chose, ou il y a quelque chose de trop' },
  types: { en: 'these values do not go together', fr: 'ces valeurs ne vont pas ensemble' },
  function: { en: 'no function of this name takes these values', fr: 'aucune fonction de ce nom n’accepte ces valeurs' },
  yesNo: { en: 'only something true or false can stand here', fr: 'il faut ici quelque chose de vrai ou faux' },
  noParts: { en: 'this value has no parts', fr: 'cette valeur n’a pas de parties' },
  unusable: { en: 'this cannot be used here', fr: 'ceci ne peut pas être utilisé ici' },
}

/** Names of languages, by the language they are named in. */
export const languageNames = { en: { en: 'English', fr: 'anglais' }, fr: { en: 'French', fr: 'français' } } as const
