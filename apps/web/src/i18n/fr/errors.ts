import type { Catalogue } from '../en.ts'

export const errors: Catalogue['errors'] = {
  UNKNOWN: 'Une erreur est survenue sur le serveur. Ce qui était enregistré est conservé. Réessayez ; npm start en affiche davantage.',
  OFFLINE: 'Le serveur ne répond pas. Vos changements restent sur cette page. Vérifiez que npm start tourne toujours.',
  UNAUTHORIZED: 'Votre session est terminée. Ce qui était enregistré est conservé. Connectez-vous avec un nouveau lien.',
  OWNER_NEEDED: 'Seuls les propriétaires peuvent changer cela. Rien n’a été changé. Demandez-le à un propriétaire de votre équipe.',
  EDITOR_NEEDED:
    'Vous pouvez consulter ceci, mais ni le modifier ni l’appeler. Rien n’a été modifié. Demandez à un propriétaire de votre équipe le droit de modifier.',
  FOREIGN_ORIGIN: 'Cette demande venait d’une autre adresse et a été refusée. Ouvrez le studio à sa propre adresse.',
  BAD_INPUT: 'Le serveur n’a pas accepté cette saisie. Rien n’a été changé.',
  FLOW_NOT_FOUND: 'Ce flux n’existe pas ou a été supprimé. Ses appels terminés sont conservés. Revenez à la liste des flux.',
  FLOW_DELETED: 'Ce flux a été supprimé, on ne peut plus l’appeler. Ses appels terminés sont conservés. Recréez-le depuis la liste.',
  FLOW_NOT_PUBLISHED: 'Ce flux n’a pas encore de version publiée. Votre brouillon est conservé. Publiez-le, puis appelez.',
  FLOW_HAS_PROBLEMS:
    'Le flux a des problèmes qui feraient échouer un appel : il n’a pas été publié. Le brouillon est conservé. Corrigez la liste, puis publiez.',
  DRAFT_HAS_PROBLEMS:
    'Le brouillon a des problèmes qui feraient échouer l’appel : personne n’a été appelé. Il est conservé. Corrigez la liste, puis rappelez.',
  FLOW_CHANGED_ELSEWHERE: 'Quelqu’un a enregistré ce flux au même moment. Rien n’a été écrasé. Réessayez.',
  FLOW_INVALID:
    'Le serveur n’a pas pu lire le brouillon, qui n’a donc pas été enregistré. Le dernier brouillon enregistré est conservé. Annulez le dernier changement.',
  FLOW_UNREADABLE: 'Le flux enregistré ne peut pas être lu par cette version de Parley. Il reste tel quel. Ouvrez-le pour savoir pourquoi.',
  VERSION_UNREADABLE:
    'Cette version publiée ne peut pas être lue par cette version de Parley. Elle et votre brouillon sont conservés. Publiez à nouveau le brouillon.',
  VERSION_NOT_FOUND: 'Cette version n’existe plus. Le brouillon est conservé.',
  SCENARIO_NOT_FOUND: 'Ce scénario a été supprimé dans une autre fenêtre. Le flux est inchangé. Conservez-le à nouveau s’il vous le faut.',
  LEAD_NOT_FOUND: 'Ce contact n’existe plus. Sa campagne continue. Fermez ceci et regardez la liste.',
  CALL_NOT_FOUND: 'Cet appel n’existe pas.',
  CALL_ALREADY_JOINED: 'Quelqu’un a déjà rejoint cet appel, qui continue. Lancez-en un autre pour parler vous-même.',
  CALL_ENDED: 'Cet appel est terminé. Sa trace reste sous Appels. Lancez-en un autre.',
  CALL_NEVER_BEGAN:
    'Rien n’a été noté de cet appel, il ne peut donc pas être rejoué. Ses données sont conservées. Choisissez un appel où quelqu’un a parlé.',
  CALL_NOT_REPEATABLE:
    'Cet appel ne peut pas devenir un scénario : sa version du flux répond aujourd’hui autrement qu’alors. L’appel est conservé. Choisissez un appel plus récent.',
  MEDIA_FULL:
    'Aucun processus n’a de place pour une ligne téléphonique de plus. Les appels en cours continuent. Réessayez dans un instant ou lancez plus de workers.',
  CALL_ROOM_NOT_READY:
    'L’appel n’a pas été préparé en 10 secondes et a été abandonné. Vérifiez que le worker et Temporal tournent, puis rappelez.',
  TEMPORAL_UNREACHABLE:
    'L’appel n’a pas pu commencer : Temporal ne répond pas. L’appel est noté comme échoué, votre flux est intact. Vérifiez npm start, puis rappelez.',
  DATABASE_UNREACHABLE: 'La base de données ne répond pas. Ce qui était enregistré est conservé. Vérifiez que npm start tourne toujours.',
  RECORDING_NOT_FOUND: 'Il n’y a pas d’enregistrement de cet appel.',
  RECORDING_LINK_EXPIRED: 'Ce lien vers un enregistrement a expiré. L’enregistrement est conservé. Demandez un nouveau lien.',
  RECORDING_LINK_INVALID: 'Ce n’est pas un lien vers un enregistrement, ou il a été modifié en chemin. Demandez un nouveau lien.',
  RECORDING_UNAVAILABLE:
    'L’enregistrement ne peut pas être écouté pour l’instant : son stockage ne répond pas. Il est conservé. Réessayez.',
  TRANSCRIBER_MISSING:
    'Personne ici ne peut transcrire les enregistrements. Rien n’a été envoyé, la transcription en direct est conservée. Ajoutez Deepgram et sa clé sous Réglages, Fournisseurs.',
  TRANSCRIPTION_NOT_BEGUN:
    'La transcription n’a pas pu commencer : Temporal ne répond pas. Rien n’a été envoyé, la transcription est conservée. Vérifiez npm start, puis réessayez.',
  PROVIDER_NOT_FOUND:
    'Ce fournisseur a été supprimé, ou sa clé ne peut plus être lue. Rien n’a été changé. Regardez sous Réglages, Fournisseurs.',
  PROVIDER_KEY_NEEDED:
    'Il faut une clé ici. Rien n’a été changé. Une clé enregistrée n’est pas envoyée à un autre fournisseur ou à une autre adresse : saisissez celle de celui-ci.',
  PROVIDER_ADDRESS_REFUSED:
    'Cette adresse n’est pas appelée : elle doit commencer par https et se trouver sur l’internet public. Rien n’a été changé. Vérifiez les fautes de frappe.',
  CONNECTION_NOT_FOUND:
    'Cette connexion a été supprimée, est désactivée, ou ses clés ne peuvent plus être lues. Rien n’a été changé. Regardez Numéros, Connexions.',
  NUMBER_UNREADABLE:
    'Ce n’est pas un numéro de téléphone. Rien n’a été changé. Saisissez-le avec + et le pays, par exemple +33 1 23 45 67 89, ou choisissez son pays.',
  CONNECTION_FULL:
    'Cette connexion n’a pas de ligne libre : autant d’appels durent, ou viennent de commencer, qu’elle en permet. Personne n’a été appelé. Réessayez dans un instant ou relevez ses limites sous Numéros.',
  CONNECTION_KEYS_NEEDED: 'Les clés du compte sont nécessaires ici. Rien n’a été changé. Saisissez-les, puis enregistrez de nouveau.',
  CONNECTION_ADDRESS_REFUSED:
    'Cette adresse n’est pas appelée : elle doit commencer par https et se trouver sur l’internet public. Rien n’a été changé. Laissez-la vide pour celle de l’opérateur.',
  NUMBER_NOT_FOUND: 'Ce numéro a été supprimé. Personne n’a été appelé. Choisissez un autre numéro.',
  NUMBER_SUPPRESSED:
    'Ce numéro est sur la liste d’opposition. Personne n’a été appelé. Retirez-le de la liste si son titulaire est d’accord, puis rappelez.',
  NUMBER_TAKEN: 'Ce numéro est déjà dans la liste. Rien n’a été changé. Modifiez celui de la liste.',
  CAMPAIGN_NOT_FOUND: 'Cette campagne n’existe pas. Rien n’a été changé. Revenez à la liste des campagnes.',
  CAMPAIGN_UNREADABLE:
    'Les réglages de cette campagne ne peuvent pas être lus par cette version de Parley. Elle n’appelle personne et est conservée. Créez-en une autre.',
  CAMPAIGN_RUNNING: 'Une campagne en cours ne peut pas être modifiée. Rien n’a été changé. Mettez-la d’abord en pause.',
  CAMPAIGN_NOT_RUNNING: 'Cette campagne n’est pas en cours. Rien n’a été changé. La liste dit où elle en est.',
  CAMPAIGN_OVER:
    'Cette campagne a été arrêtée et le reste. Ses contacts et ses appels sont conservés. Créez-en une autre pour continuer d’appeler.',
  CAMPAIGN_WITHOUT_LEADS: 'Cette campagne n’a plus personne à appeler. Elle n’a pas été lancée. Importez d’abord des contacts.',
  CAMPAIGN_WITHOUT_LINE:
    'Le numéro présenté aux contacts a disparu, ou sa connexion est désactivée. Personne n’est appelé. Choisissez un autre numéro pour la campagne, ou regardez sous Numéros.',
  CAMPAIGN_FLOW_FIXED:
    'Une campagne commencée garde son flux. Rien n’a été changé. Choisissez-en une autre version, ou créez une autre campagne.',
  CAMPAIGN_NOT_TOLD:
    'Temporal ne répond pas : la campagne n’a pas pu être prévenue. Elle et ses contacts restent tels quels. Vérifiez npm start, puis réessayez.',
  IMPORT_NOT_FOUND: 'Cet import n’existe pas ou a été abandonné. Aucun contact n’en est venu. Importez le fichier à nouveau.',
  CLIPBOARD_EMPTY: 'Le presse-papiers est vide. Rien n’a été modifié. Copiez d’abord des nœuds.',
  CLIPBOARD_FOREIGN: 'Le presse-papiers ne contient pas de nœuds. Rien n’a été modifié. Copiez des nœuds dans Parley, puis collez.',
  CLIPBOARD_BROKEN: 'Les nœuds du presse-papiers sont illisibles. Rien n’a été modifié. Copiez-les à nouveau.',
  CLIPBOARD_NEWER:
    'Les nœuds du presse-papiers viennent d’une version plus récente. Rien n’a été modifié. Mettez celle-ci à jour, puis copiez-les à nouveau.',
  CLIPBOARD_REFUSED:
    'Le navigateur ne laisse pas cette page utiliser le presse-papiers. Rien n’a été modifié. Utilisez plutôt les touches pour copier et coller.',
  MICROPHONE_REFUSED:
    'Le navigateur n’a pas le droit d’utiliser votre micro. Autorisez-le dans la barre d’adresse (icône à gauche), puis rappelez.',
  MICROPHONE_MISSING: 'Aucun micro n’a été trouvé. Branchez-en un ou activez-le, puis rappelez.',
  MICROPHONE_BUSY: 'Un autre programme utilise votre micro. Fermez-le, puis rappelez.',
  LINE_LOST: 'La connexion à l’appel a été perdue. Ce qui a été dit jusque-là est conservé sous Appels. Rappelez quand vous êtes en ligne.',
  LINE_REFUSED: 'Le serveur vocal ne nous a pas laissés entrer. L’appel est abandonné. Vérifiez que LiveKit tourne, puis rappelez.',
  NO_AGENT: 'Aucun agent n’est venu. L’appel est abandonné. Vérifiez que le worker tourne, puis rappelez.',
}

export const failures: Catalogue['failures'] = {
  TEMPORAL_UNREACHABLE: 'Temporal n’a pas répondu, l’appel n’a donc jamais commencé.',
  CALL_ROOM_NOT_READY: 'La salle n’a pas été prête à temps, personne n’a pu entrer. Vérifiez que le worker tourne.',
  RECOGNITION_UNAUTHORIZED: 'La reconnaissance vocale a refusé la clé. Vérifiez-la et rappelez.',
  RECOGNITION_UNAVAILABLE: 'La reconnaissance vocale n’a pas répondu.',
  RECOGNITION_TIMEOUT: 'La reconnaissance vocale a mis trop de temps.',
  RECOGNITION_BROKEN: 'La reconnaissance vocale s’est arrêtée au milieu d’une phrase.',
  RECOGNITION_REFUSED: 'La reconnaissance vocale n’accepte pas la demande : la langue ou le modèle.',
  RECOGNITION_RATE_LIMITED: 'La reconnaissance vocale reçoit trop de demandes à la fois.',
  SYNTHESIS_UNAUTHORIZED: 'Le fournisseur de voix a refusé la clé. Vérifiez-la et rappelez.',
  SYNTHESIS_UNAVAILABLE: 'Le fournisseur de voix n’a pas répondu.',
  SYNTHESIS_TIMEOUT: 'Le fournisseur de voix a mis trop de temps.',
  SYNTHESIS_BROKEN: 'La voix s’est arrêtée au milieu d’une phrase.',
  SYNTHESIS_REFUSED: 'Le fournisseur de voix ne connaît pas la voix ou le modèle.',
  SYNTHESIS_RATE_LIMITED: 'Le fournisseur de voix reçoit trop de demandes à la fois.',
  SYNTHESIS_FAILED: 'La voix n’a pas pu être produite.',
  UNDERSTANDING_FAILED: 'Les mots de l’appelant n’ont pas pu être interprétés.',
  LINE_LOST: 'La ligne avec l’appelant a été perdue.',
  DIAL_UNKNOWN: 'L’opérateur a été prié d’appeler et ne peut dire s’il l’a fait. Personne n’a été appelé une seconde fois.',
  NUMBER_SUPPRESSED: 'Le numéro était sur la liste d’opposition au moment d’appeler. Personne n’a été appelé.',
  CARRIER_FAILED: 'L’opérateur n’a pas pu établir l’appel.',
  LINE_NOT_CONNECTED: 'On a décroché, mais l’opérateur n’a jamais relié la ligne à nous. Vérifiez l’adresse publique.',
  LINE_UNREACHABLE: 'Le serveur vocal est injoignable.',
  ROOM_LOST: 'La salle de l’appel a disparu.',
  WORKER_LOST: 'Le worker qui tenait l’appel a été perdu et aucun autre n’a pris le relais.',
  FLOW_DEFECT: 'Le flux est arrivé à un endroit d’où il ne pouvait plus continuer.',
  FLOW_VERSION_UNREADABLE: 'La version publiée n’a pas pu être lue.',
  NO_WORKER: 'Aucun worker n’a pris l’appel. Vérifiez que les workers tournent.',
  ROOM_NOT_READY: 'La salle n’a pas été prête à temps. Vérifiez que LiveKit tourne.',
  ROOM_SERVER_UNAVAILABLE: 'Le serveur vocal n’a pas répondu, il n’y a pas eu de salle. Vérifiez que LiveKit tourne.',
  ROOM_SERVER_REFUSED: 'Le serveur vocal a refusé les clés. Vérifiez LIVEKIT_API_KEY et LIVEKIT_API_SECRET.',
  DATABASE_UNAVAILABLE: 'La base de données n’a pas répondu.',
  UNDERSTANDING_TIMEOUT: 'Interpréter les mots de l’appelant a pris trop de temps.',
  LINE_FAILED: 'La ligne avec l’appelant est tombée en panne.',
  CONTACT_AUDIO_LOST: 'On n’entendait plus l’appelant.',
  AGENT_AUDIO_LOST: 'La voix de l’agent ne pouvait plus être envoyée.',
  ALONE_IN_ROOM: 'La connexion de l’appelant avait disparu sans qu’il raccroche.',
  CONDUCT_FAILED: 'Un défaut du worker a mis fin à l’appel. Son journal en dit plus.',
  CALL_FAILED: 'Un défaut a mis fin à l’appel. Le journal du worker Temporal en dit plus.',
  FLOW_FAILED: 'Le flux a terminé l’appel comme échoué.',
  FLOW_VERSION_MISSING: 'La version publiée n’existe plus.',
}
export const failureOther: Catalogue['failureOther'] = (code) => `L’appel s’est terminé avec ${code}.`

export const transcriptionFailures: Catalogue['transcriptionFailures'] = {
  RECOGNITION_UNAUTHORIZED:
    'Deepgram a refusé la clé, ou son compte est épuisé. La transcription est conservée. Testez la clé sous Réglages, Fournisseurs, puis réessayez.',
  RECOGNITION_REFUSED:
    'Deepgram n’a pas accepté l’enregistrement, sa langue ou le modèle. La transcription est conservée. Vérifiez le modèle sous Réglages, Fournisseurs.',
  RECOGNITION_RATE_LIMITED:
    'Deepgram recevait trop de demandes, même après plusieurs essais. La transcription est conservée. Réessayez dans quelques minutes.',
  RECOGNITION_UNAVAILABLE: 'Deepgram n’a pas répondu, même après plusieurs essais. La transcription est conservée. Réessayez plus tard.',
  RECOGNITION_TIMEOUT: 'Deepgram a mis trop de temps, même après plusieurs essais. La transcription est conservée. Réessayez plus tard.',
  RECOGNITION_BROKEN:
    'Ce qui est revenu n’est pas une transcription. La transcription est conservée. Vérifiez l’adresse du fournisseur sous Réglages, Fournisseurs.',
  TRANSCRIBER_MISSING:
    'Le fournisseur qui transcrit a été supprimé entre-temps. Rien n’a été envoyé. Ajoutez Deepgram et sa clé sous Réglages, Fournisseurs.',
  PROVIDER_ADDRESS_REFUSED:
    'L’adresse du fournisseur est privée ou sans https : rien n’a été envoyé. La transcription est conservée. Corrigez-la sous Réglages, Fournisseurs.',
  RECORDING_NOT_FOUND: 'L’enregistrement n’existe plus. La transcription en direct est conservée.',
  RECORDINGS_STORAGE_UNREACHABLE:
    'Le stockage des enregistrements n’a pas répondu. L’enregistrement et la transcription sont conservés. Réessayez dans un instant.',
  RECORDINGS_STORAGE_REFUSED:
    'Le stockage des enregistrements a refusé sa clé. L’enregistrement et la transcription sont conservés. Vérifiez les variables PARLEY_RECORDINGS_S3.',
  DATABASE_UNAVAILABLE: 'La base de données n’a pas répondu. La transcription est conservée. Réessayez dans un instant.',
  ENCRYPTION_KEY_WRONG:
    'La trace de cet appel a été chiffrée avec une autre clé. Elle est conservée. Démarrez avec la clé qui l’a écrite, puis réessayez.',
  TRANSCRIPTION_FAILED:
    'Un défaut a arrêté la transcription. La transcription est conservée. Le journal du worker Temporal en dit davantage.',
}

export const campaignPauses: Catalogue['campaignPauses'] = {
  CAMPAIGN_MANY_FAILURES:
    'Trop de ses derniers appels ont échoué. Ses prospects sont conservés et attendent. Regardez pourquoi les appels ont échoué, puis reprenez-la.',
  CAMPAIGN_MANY_MACHINES:
    'Presque seuls des répondeurs ont décroché. Ses prospects sont conservés et attendent. Choisissez d’autres heures ou un autre numéro affiché, puis reprenez-la.',
  CAMPAIGN_SHORT_CALLS:
    'Trop de ceux qui ont décroché ont raccroché en moins de deux secondes. Ses prospects sont conservés et attendent. Vérifiez l’accueil et le numéro affiché, puis reprenez-la.',
  CONNECTION_MANY_FAILURES:
    'Presque aucun appel de sa connexion à l’opérateur n’a abouti. Ses prospects sont conservés et attendent. Testez la connexion sous Numéros, puis reprenez-la.',
}
