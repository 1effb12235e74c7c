import type { UiText } from '../text.ts'

/** The sentence of every reason for a decision; `{name}` is filled in. */
export const whySentences = {
  // A choice between intents
  closestSample: {
    en: 'The caller’s words were closest to “{sample}” ({confidence}% sure).',
    fr: 'Les mots de l’appelant étaient les plus proches de « {sample} » (sûr à {confidence} %).',
  },
  modelUnderstood: {
    en: 'The language model understood the caller’s words this way ({confidence}% sure).',
    fr: 'Le modèle de langage a compris ainsi les mots de l’appelant (sûr à {confidence} %).',
  },
  intentUnderstood: {
    en: 'The caller’s words were understood this way ({confidence}% sure).',
    fr: 'Les mots de l’appelant ont été compris ainsi (sûr à {confidence} %).',
  },
  closestSampleUnsure: {
    en: 'The caller’s words were closest to “{sample}”, but only {confidence}% sure; this flow asks for {threshold}%.',
    fr: 'Les mots de l’appelant étaient les plus proches de « {sample} », mais sûr à {confidence} % seulement ; ce flux demande {threshold} %.',
  },
  intentUnsure: {
    en: 'The best guess at the caller’s words was only {confidence}% sure; this flow asks for {threshold}%.',
    fr: 'La meilleure interprétation des mots de l’appelant n’était sûre qu’à {confidence} % ; ce flux demande {threshold} %.',
  },
  noIntentFits: {
    en: 'The caller’s words fit none of the intents listened for here.',
    fr: 'Les mots de l’appelant ne correspondent à aucune des intentions attendues ici.',
  },

  // Questions and answers
  noWords: { en: 'No words were recognised.', fr: 'Aucun mot n’a été reconnu.' },
  callerSilent: { en: 'The caller said nothing.', fr: 'L’appelant n’a rien dit.' },
  callerSpeaksAlready: {
    en: 'The caller is already speaking: these words answer the question.',
    fr: 'L’appelant parle déjà : ces mots répondent à la question.',
  },
  questionDue: {
    en: 'The caller said nothing more, so the question is asked.',
    fr: 'L’appelant n’a rien ajouté : la question est posée.',
  },
  questionNotHeard: {
    en: 'The caller had not heard the question, so it is asked again.',
    fr: 'L’appelant n’avait pas entendu la question : elle est posée de nouveau.',
  },
  wordsBeforeQuestion: {
    en: 'The caller said this before hearing the question, so it is no answer to it.',
    fr: 'L’appelant a dit cela avant d’entendre la question : ce n’en est pas la réponse.',
  },
  answerKnown: { en: 'The answer was already known.', fr: 'La réponse était déjà connue.' },
  answerFound: { en: 'The answer was found in the caller’s words.', fr: 'La réponse a été trouvée dans les mots de l’appelant.' },
  answerAsSaid: { en: 'The caller’s words were taken as they are.', fr: 'Les mots de l’appelant ont été repris tels quels.' },
  answerMissing: {
    en: 'The caller’s words hold no answer to the question.',
    fr: 'Les mots de l’appelant ne contiennent pas de réponse à la question.',
  },
  answerReadBack: { en: 'The answer is read back to the caller.', fr: 'La réponse est relue à l’appelant.' },
  answerCorrected: { en: 'The caller corrected the answer.', fr: 'L’appelant a corrigé la réponse.' },
  answerConfirmed: { en: 'The caller confirmed the answer.', fr: 'L’appelant a confirmé la réponse.' },
  answerRefused: {
    en: 'The caller said it was wrong, so the question is asked again.',
    fr: 'L’appelant a dit que c’était faux : la question est posée de nouveau.',
  },
  answersRefused: {
    en: 'The caller said that every answer read back was wrong.',
    fr: 'L’appelant a dit que toutes les réponses relues étaient fausses.',
  },
  answerTyped: { en: 'The answer was typed on the keys.', fr: 'La réponse a été tapée sur les touches.' },
  keysFitNoAnswer: {
    en: 'The keys pressed are no answer to the question.',
    fr: 'Les touches composées ne sont pas une réponse à la question.',
  },
  answerInvalid: {
    en: 'The answer does not meet this condition: {condition}',
    fr: 'La réponse ne remplit pas cette condition : {condition}',
  },
  nameToBeSpelled: {
    en: 'The caller said the name was wrong, so they are asked to spell it.',
    fr: 'L’appelant a dit que le nom était faux : il est invité à l’épeler.',
  },
  escapeTaken: {
    en: 'The caller did not answer but said something this question provides for: “{intent}” ({confidence}% sure).',
    fr: 'L’appelant n’a pas répondu mais a dit ce que cette question prévoit : « {intent} » (sûr à {confidence} %).',
  },
  neitherYesNorNo: {
    en: 'The caller’s words were neither a yes nor a no.',
    fr: 'Les mots de l’appelant n’étaient ni un oui ni un non.',
  },

  // Several answers
  fieldsFilled: { en: 'The caller’s words filled: {variables}', fr: 'Les mots de l’appelant ont rempli : {variables}' },
  everythingReadBack: { en: 'Everything is known and read back to the caller.', fr: 'Tout est connu et relu à l’appelant.' },
  fieldReopened: { en: 'The caller wants to change this: {variables}', fr: 'L’appelant veut changer ceci : {variables}' },
  changeWanted: {
    en: 'The caller said that something was wrong, and is asked what.',
    fr: 'L’appelant a dit que quelque chose était faux : on lui demande quoi.',
  },
  changeUnclear: {
    en: 'The caller did not say what to change, so everything is read back again.',
    fr: 'L’appelant n’a pas dit quoi changer : tout est relu.',
  },

  // A language model that talks
  agentSpoke: { en: 'The language model answered in words.', fr: 'Le modèle de langage a répondu par des mots.' },
  agentLeaves: { en: 'The language model chose this way out: {exit}', fr: 'Le modèle de langage a choisi cette sortie : {exit}' },
  agentUsesTool: { en: 'The language model uses the tool “{tool}”.', fr: 'Le modèle de langage utilise l’outil « {tool} ».' },
  agentToolRefused: {
    en: 'The language model asked for a tool that this node does not allow, or gave it wrong arguments.',
    fr: 'Le modèle de langage a demandé un outil que ce nœud n’autorise pas, ou lui a donné de mauvais arguments.',
  },
  agentSaidNothing: {
    en: 'The language model gave neither words nor a way out.',
    fr: 'Le modèle de langage n’a donné ni mots ni sortie.',
  },
  agentFailed: {
    en: 'The language model could not answer ({failureCode}).',
    fr: 'Le modèle de langage n’a pas pu répondre ({failureCode}).',
  },
  agentWentRound: {
    en: 'The language model was asked {count} times without saying anything to the caller.',
    fr: 'Le modèle de langage a été interrogé {count} fois sans rien dire à l’appelant.',
  },
  turnsUsedUp: {
    en: 'The {count} turns of this conversation are used up.',
    fr: 'Les {count} tours de cette conversation sont épuisés.',
  },

  // Questions to the knowledge
  knowledgeAsked: { en: 'The caller’s question is looked up.', fr: 'La question de l’appelant est recherchée.' },
  knowledgeAnswers: { en: 'The answer comes from: {sources}', fr: 'La réponse vient de : {sources}' },
  knowledgeAnswersAlone: { en: 'The answer was found; no source is named.', fr: 'La réponse a été trouvée ; aucune source n’est citée.' },
  knowledgeUnknown: { en: 'The knowledge holds no answer.', fr: 'Les connaissances ne contiennent pas de réponse.' },
  knowledgeTooSlow: { en: 'The knowledge did not answer in time.', fr: 'Les connaissances n’ont pas répondu à temps.' },
  knowledgeFailed: { en: 'The knowledge could not be asked.', fr: 'Les connaissances n’ont pas pu être consultées.' },

  // Keys
  keyChosen: { en: 'The caller pressed the key {key}.', fr: 'L’appelant a appuyé sur la touche {key}.' },
  keySaid: { en: 'The caller said what could have been typed.', fr: 'L’appelant a dit ce qui pouvait être tapé.' },
  noSuchKey: { en: 'The menu has no such key.', fr: 'Le menu n’a pas cette touche.' },
  digitsEntered: { en: 'The digits were typed.', fr: 'Les chiffres ont été tapés.' },
  digitsMiscounted: {
    en: 'The caller entered {count} digits; there must be {least} to {most}.',
    fr: 'L’appelant a saisi {count} chiffres ; il en faut de {least} à {most}.',
  },
  digitsDoNotFit: {
    en: 'The variable “{variable}” cannot hold the digits.',
    fr: 'La variable « {variable} » ne peut pas contenir ces chiffres.',
  },
  maskedNotSaid: {
    en: 'The caller spoke, but what is masked has to be typed.',
    fr: 'L’appelant a parlé, mais ce qui est masqué doit être tapé.',
  },

  // Speaking
  everythingSaid: { en: 'Everything was said.', fr: 'Tout a été dit.' },
  nothingToSay: { en: 'There was nothing to say.', fr: 'Il n’y avait rien à dire.' },
  callerInterrupted: { en: 'The caller interrupted.', fr: 'L’appelant a coupé la parole.' },

  // Conditions and computations
  conditionHolds: { en: 'This condition holds: {condition}', fr: 'Cette condition est vraie : {condition}' },
  noConditionHolds: { en: 'None of the conditions holds.', fr: 'Aucune des conditions n’est vraie.' },
  everythingComputed: { en: 'Everything was computed.', fr: 'Tout a été calculé.' },
  notComputed: { en: 'These could not be computed: {variables}', fr: 'Ceci n’a pas pu être calculé : {variables}' },

  // Ways through the flow
  handlerTook: {
    en: 'The caller asked for “{intent}”, which counts at every question ({confidence}% sure).',
    fr: 'L’appelant a demandé « {intent} », ce qui compte à chaque question (sûr à {confidence} %).',
  },
  wishHandled: { en: 'The caller’s wish is dealt with.', fr: 'Le souhait de l’appelant est traité.' },
  cameBack: { en: 'The call goes back to where it was, and asks again.', fr: 'L’appel revient là où il en était et repose la question.' },
  armChosen: { en: 'This contact belongs to the arm “{arm}”.', fr: 'Ce contact appartient à la branche « {arm} ».' },
  subflowEntered: { en: 'The flow “{flow}” runs here.', fr: 'Le flux « {flow} » s’exécute ici.' },
  subflowEnded: { en: 'The flow that ran here ended by: {outcome}', fr: 'Le flux exécuté ici s’est terminé par : {outcome}' },
  subflowMissing: { en: 'There is no flow “{flow}” to run here.', fr: 'Il n’y a pas de flux « {flow} » à exécuter ici.' },
  resultReached: { en: 'This flow ends by its result “{result}”.', fr: 'Ce flux se termine par son résultat « {result} ».' },
  pauseOver: { en: 'The pause is over.', fr: 'La pause est terminée.' },
  eventHappened: { en: 'This happened outside: {event}', fr: 'Ceci s’est produit à l’extérieur : {event}' },
  waitedInVain: { en: 'Nothing happened in time.', fr: 'Rien ne s’est produit à temps.' },
  taskStarted: { en: 'This task runs in the background: {task}', fr: 'Cette tâche s’exécute en fond : {task}' },
  tasksFinished: { en: 'No background task is running.', fr: 'Aucune tâche de fond n’est en cours.' },
  urgentNews: { en: 'Urgent news is told at once.', fr: 'Une nouvelle urgente est annoncée tout de suite.' },
  languageFollowed: {
    en: 'The caller speaks the other language: the call follows.',
    fr: 'L’appelant parle l’autre langue : l’appel suit.',
  },
  languageSwitched: { en: 'The language changes.', fr: 'La langue change.' },
  languageStays: { en: 'The language stays as it is.', fr: 'La langue reste la même.' },
  machineAnswered: { en: 'A machine answered.', fr: 'Un répondeur a décroché.' },
  machineHungUp: { en: 'A machine answered, so the call ends.', fr: 'Un répondeur a décroché : l’appel se termine.' },
  messageLeft: { en: 'The message is left.', fr: 'Le message est laissé.' },
  keysSent: { en: 'The keys were pressed.', fr: 'Les touches ont été composées.' },

  // Booking
  calendarTooSlow: { en: 'The calendar did not answer in time.', fr: 'L’agenda n’a pas répondu à temps.' },
  calendarFailed: { en: 'The calendar could not answer.', fr: 'L’agenda n’a pas pu répondre.' },
  calendarAskedTooOften: {
    en: 'The calendar was asked many times without a booking.',
    fr: 'L’agenda a été consulté de nombreuses fois sans réservation.',
  },
  serviceUnknown: { en: 'The calendar does not know this service.', fr: 'L’agenda ne connaît pas ce service.' },
  wantedTimeFree: { en: 'The time the caller wants is free.', fr: 'L’horaire voulu par l’appelant est libre.' },
  noFreeTimes: { en: 'The calendar has no free time.', fr: 'L’agenda n’a aucun créneau libre.' },
  timesOffered: { en: 'Free times are offered to the caller.', fr: 'Des créneaux libres sont proposés à l’appelant.' },
  timeChosen: { en: 'The caller chose one of the free times.', fr: 'L’appelant a choisi l’un des créneaux libres.' },
  otherTimeWanted: { en: 'The caller asked for another time.', fr: 'L’appelant a demandé un autre horaire.' },
  severalTimesMeant: {
    en: 'Several of the offered times fit the caller’s words.',
    fr: 'Plusieurs des créneaux proposés correspondent aux mots de l’appelant.',
  },
  noOfferFits: {
    en: 'The caller’s words fit none of the offered times.',
    fr: 'Les mots de l’appelant ne correspondent à aucun des créneaux proposés.',
  },
  offersDeclined: { en: 'The caller wants none of the offered times.', fr: 'L’appelant ne veut aucun des créneaux proposés.' },
  timeTaken: { en: 'Somebody else took the time meanwhile.', fr: 'Quelqu’un d’autre a pris ce créneau entre-temps.' },
  booked: { en: 'The appointment is booked.', fr: 'Le rendez-vous est pris.' },
  bookingTold: { en: 'The caller was told about the booking.', fr: 'La réservation a été annoncée à l’appelant.' },
  appointmentFound: { en: 'The caller’s appointment was found.', fr: 'Le rendez-vous de l’appelant a été trouvé.' },
  appointmentNotFound: {
    en: 'The calendar has no such appointment of this caller.',
    fr: 'L’agenda n’a pas de tel rendez-vous de cet appelant.',
  },
  severalAppointments: {
    en: 'Several appointments of the caller may be meant.',
    fr: 'Plusieurs rendez-vous de l’appelant sont possibles.',
  },
  appointmentChosen: { en: 'The caller said which appointment is meant.', fr: 'L’appelant a dit de quel rendez-vous il s’agit.' },
  appointmentConfirmed: { en: 'The caller confirmed the appointment.', fr: 'L’appelant a confirmé le rendez-vous.' },
  appointmentRefused: { en: 'The caller said no to the appointment named.', fr: 'L’appelant a dit non au rendez-vous cité.' },
  noAppointmentFits: {
    en: 'The caller’s words do not tell which appointment is meant.',
    fr: 'Les mots de l’appelant ne disent pas de quel rendez-vous il s’agit.',
  },
  appointmentMoved: { en: 'The appointment is moved.', fr: 'Le rendez-vous est déplacé.' },
  appointmentCancelled: { en: 'The appointment is cancelled.', fr: 'Le rendez-vous est annulé.' },
  appointmentNotCancelled: { en: 'The calendar did not cancel the appointment.', fr: 'L’agenda n’a pas annulé le rendez-vous.' },

  // Other systems
  requestAnswered: { en: 'The other system answered.', fr: 'L’autre système a répondu.' },
  answerPartlyTaken: {
    en: 'The other system answered, but its answer has nothing that fits these: {variables}',
    fr: 'L’autre système a répondu, mais rien dans sa réponse ne convient à : {variables}',
  },
  answerUnreadable: {
    en: 'The other system answered something that cannot be used.',
    fr: 'L’autre système a donné une réponse inutilisable.',
  },
  requestFailed: { en: 'The other system could not do it ({failureCode}).', fr: 'L’autre système n’a pas pu le faire ({failureCode}).' },
  requestTooSlow: { en: 'The other system did not answer in time.', fr: 'L’autre système n’a pas répondu à temps.' },
  urlNotFixed: {
    en: 'The address does not begin with a fixed http:// or https:// host, so nothing is sent.',
    fr: 'L’adresse ne commence pas par un hôte fixe en http:// ou https:// : rien n’est envoyé.',
  },
  urlStepsUp: {
    en: 'A value would lead the address to another path, so nothing is sent.',
    fr: 'Une valeur mènerait l’adresse vers un autre chemin : rien n’est envoyé.',
  },
  urlValueMissing: {
    en: 'The address needs values that are not known, so nothing is sent: {variables}',
    fr: 'L’adresse a besoin de valeurs inconnues, rien n’est donc envoyé : {variables}',
  },

  // Contacts, messages, records
  contactKeyMissing: {
    en: 'There is no number, e-mail or id to find the contact by.',
    fr: 'Il n’y a ni numéro, ni e-mail, ni identifiant pour trouver le contact.',
  },
  contactUnknown: { en: 'There is no record of this contact.', fr: 'Il n’existe pas de fiche de ce contact.' },
  contactFound: { en: 'The contact’s record was found.', fr: 'La fiche du contact a été trouvée.' },
  contactPartlyTaken: {
    en: 'The contact’s record was found, but it has nothing that fits these: {variables}',
    fr: 'La fiche du contact a été trouvée, mais rien n’y convient à : {variables}',
  },
  contactUpdated: { en: 'The contact’s record was updated.', fr: 'La fiche du contact a été mise à jour.' },
  noRecipient: {
    en: 'There is no complete number or address to send the message to.',
    fr: 'Il n’y a pas de numéro ou d’adresse complets où envoyer le message.',
  },
  nothingToSend: { en: 'The message has no text.', fr: 'Le message n’a pas de texte.' },
  messageSent: { en: 'The message was sent.', fr: 'Le message a été envoyé.' },
  messageNotSent: { en: 'The message could not be sent.', fr: 'Le message n’a pas pu être envoyé.' },
  consentGiven: { en: 'The caller agrees to this: {purpose}', fr: 'L’appelant accepte ceci : {purpose}' },
  consentRefused: { en: 'The caller does not agree to this: {purpose}', fr: 'L’appelant n’accepte pas ceci : {purpose}' },
  consentUnclear: {
    en: 'The caller gave no clear answer, which counts as a no to this: {purpose}',
    fr: 'L’appelant n’a pas répondu clairement, ce qui vaut un non à ceci : {purpose}',
  },
  callbackTimeMissing: { en: 'The caller named a day but no time.', fr: 'L’appelant a donné un jour mais pas d’heure.' },
  callbackTimePast: { en: 'The time the caller named is past.', fr: 'L’horaire donné par l’appelant est passé.' },
  callbackAgreed: {
    en: 'The caller agreed to this time for the next call.',
    fr: 'L’appelant a accepté cet horaire pour le prochain appel.',
  },
  callbackByDefault: {
    en: 'No time was agreed, so the next call is in {minutes} minutes.',
    fr: 'Aucun horaire n’a été convenu : le prochain appel est dans {minutes} minutes.',
  },
  tagged: { en: 'This was written down for the lead.', fr: 'Ceci a été noté pour la piste.' },
  nothingToTag: { en: 'There was nothing to write down.', fr: 'Il n’y avait rien à noter.' },

  // Handing over
  personAnswered: { en: 'A person took the call.', fr: 'Une personne a pris l’appel.' },
  nobodyAnswered: { en: 'Nobody took the call.', fr: 'Personne n’a pris l’appel.' },
  colleagueDeclined: { en: 'The colleague declined the call.', fr: 'Le collègue a refusé l’appel.' },
  transferFailed: { en: 'The transfer did not work.', fr: 'Le transfert n’a pas fonctionné.' },
  referNeedsNumber: {
    en: 'A carrier can only move a call to a number or a SIP address.',
    fr: 'Un opérateur ne peut déplacer un appel que vers un numéro ou une adresse SIP.',
  },
  noTransferNumber: { en: 'There is no number to transfer the call to.', fr: 'Il n’y a pas de numéro vers lequel transférer l’appel.' },

  // The end
  flowEnds: { en: 'The flow ends here.', fr: 'Le flux se termine ici.' },
  callerHungUp: { en: 'The caller hung up.', fr: 'L’appelant a raccroché.' },
  weHungUp: { en: 'The call was hung up on our side.', fr: 'L’appel a été raccroché de notre côté.' },
  lineGone: { en: 'The line was lost.', fr: 'La ligne a été perdue.' },
  timeLimitReached: { en: 'The call reached its longest duration.', fr: 'L’appel a atteint sa durée maximale.' },
  providerFailed: {
    en: 'The call could not go on because this failed: {stage} ({failureCode})',
    fr: 'L’appel n’a pas pu continuer, ceci ayant échoué : {stage} ({failureCode})',
  },
  nodeMissing: { en: 'The flow has no node “{node}”.', fr: 'Le flux n’a pas de nœud « {node} ».' },
  nothingAwaited: { en: 'This node waits for nothing.', fr: 'Ce nœud n’attend rien.' },
  nothingFollows: { en: 'Nothing follows this outcome: {outcome}', fr: 'Rien ne suit cette issue : {outcome}' },
  tooManyNodes: {
    en: 'The flow passed {count} nodes without waiting for anyone.',
    fr: 'Le flux a traversé {count} nœuds sans attendre personne.',
  },
} as const satisfies Record<string, UiText>
