import { fold } from './fold.ts'

/** Forms of the commonest irregular verbs, and words whose ending is no ending. */
const irregular = new Map<string, string>()
for (const line of [
  'vouloir veux veut voulons voulez veulent voudrais voudrait voudrions voulais voulait voulu',
  'pouvoir peux peut pouvons pouvez peuvent pourrais pourrait pourriez pourrions pourrai pourra puis pu',
  'devoir dois doit devons devez doivent devrais devrait devra devrai',
  'aller vais vas va allons allez vont irai ira irais',
  'venir viens vient venons venez viennent viendrai viendra venu venue',
  'prendre prends prend prenons prenez prennent prendrai pris prise',
  'rendre rends rend rendu',
  'mettre mets met mettez mettons mis mise',
  'faire fais fait faites faisons font ferai fera ferait faite',
  'dire dis dit dites disons',
  'savoir sais sait savez savons saurais',
  'voir vois voit voyez voyons verrai vu vue',
  'tenir tiens tient tenez',
  'payer paye paie payez paiement paiements payes payee',
  'essayer essaie essaye essayez',
  'envoyer envoie envoyez envoi envoye envoyes',
  'perdre perds perd perdu perdue perdus',
  'temps',
  'mois',
  'bus',
  'prix',
  'voix',
  'choix',
  'fois',
  'cours',
  'avis',
  'devis',
  'colis',
  'dent dents dentaire dentiste dentistes',
  'agent agents',
  'client clients cliente',
  'argent',
  'moment',
]) {
  const [stem = '', ...forms] = line.split(' ')
  for (const form of [stem, ...forms]) irregular.set(form, stem)
}

const endings =
  /(?:issements?|ements?|ations?|itions?|issons|issez|issent|erions|eraient|erais|erait|eriez|erons|erez|eront|erai|eras|era|aient|antes?|ants?|ions|ees?|er|ez|ent|ons|ais|ait|iez|ir|is|it|es|e|s|x)$/

/** A light stem, so that "annuler", "annulez" and "annulation" meet. Wrong stems do no harm as long as they are the same everywhere. */
export function stem(word: string): string {
  const folded = fold(word)
  const known = irregular.get(folded)
  if (known) return known
  if (folded.length < 4) return folded
  const cut = folded.replace(endings, '')
  return cut.length >= 3 ? cut : folded.replace(/[esx]$/, '')
}
