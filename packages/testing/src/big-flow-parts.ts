/** A node with where its outcomes lead. */
export type Drawn = { id: string; type: string; data: object; edges: Readonly<Record<string, string>> }

export const drawn = (id: string, type: string, data: object, edges: Readonly<Record<string, string>>): Drawn => ({ id, type, data, edges })
export const both = (en: string, fr: string) => ({ en, fr })

export const departmentSize = 20

/** Twenty nodes of one department, which ends at its menu again, at a colleague or at the end; its variables are shared with others. */
export function departmentNodes(department: number, menu: string, sets: number): Drawn[] {
  const set = department % sets
  const [day, time, party, name, sure, slot] = ['day', 'time', 'party', 'name', 'sure', 'slot'].map((kind) => `${kind}${set}`)
  const at = (id: string) => `d${department}${id}`
  const ask = (variable: string | undefined, en: string, fr: string, more = {}) => ({
    variable,
    question: both(en, fr),
    reprompt: both(`Sorry, ${en.toLowerCase()}`, `Pardon, ${fr.toLowerCase()}`),
    ...more,
  })
  const asked = (done: string) => ({ done: at(done), noMatch: at('colleague'), silent: at('silence') })
  const service = both(`department ${department}`, `le service ${department}`)
  return [
    drawn(at('intro'), 'say', { text: both(`You have reached ${service.en}.`, `Vous êtes à ${service.fr}.`) }, { next: at('party') }),
    drawn(at('party'), 'ask', ask(party, 'How many people will come?', 'Combien de personnes viendront ?'), asked('size')),
    drawn(
      at('size'),
      'branch',
      {
        conditions: [
          { name: 'nobody', when: `${party} < 1` },
          { name: 'large', when: `${party} > ${20 + department}` },
          { name: 'group', when: `${party} >= 7 && !known.${day}` },
        ],
      },
      { nobody: at('again'), large: at('large'), group: at('group'), otherwise: at('day') },
    ),
    drawn(at('again'), 'ask', ask(party, 'How many did you say?', 'Combien avez-vous dit ?', { skipIfKnown: false }), asked('day')),
    drawn(
      at('large'),
      'say',
      { text: both(`${'{{'} ${party} }} is many.`, `${'{{'} ${party} }}, c’est beaucoup.`) },
      { next: at('colleague') },
    ),
    drawn(at('group'), 'set', { assignments: [{ variable: party, value: `${party} + 1` }] }, { next: at('day') }),
    drawn(at('day'), 'ask', ask(day, 'Which day would suit you?', 'Quel jour vous conviendrait ?'), asked('time')),
    drawn(at('time'), 'ask', ask(time, 'At what time?', 'À quelle heure ?'), asked('name')),
    drawn(at('name'), 'ask', ask(name, 'What is your name?', 'Quel est votre nom ?', { confirm: true }), asked('sure')),
    drawn(
      at('sure'),
      'ask',
      ask(sure, `So ${'{{'} ${day} }} at ${'{{'} ${time} }}?`, `Donc ${'{{'} ${day} }} à ${'{{'} ${time} }} ?`, { skipIfKnown: false }),
      asked('agreed'),
    ),
    drawn(
      at('agreed'),
      'branch',
      { conditions: [{ name: 'yes', when: `${sure} && ${day} < "2100-01-01"` }] },
      { yes: at('check'), otherwise: at('other') },
    ),
    drawn(at('other'), 'ask', ask(day, 'Which other day?', 'Quel autre jour ?', { skipIfKnown: false }), asked('sure')),
    drawn(
      at('check'),
      'background',
      { task: `check${department}`, inputs: [{ name: 'party', value: `string(${party})` }] },
      { started: at('book') },
    ),
    drawn(
      at('book'),
      'book',
      { service: `Service ${department}`, date: day, time, name, saveAs: slot },
      { booked: at('booked'), noTimes: at('other'), declined: menu, failed: at('colleague') },
    ),
    drawn(
      at('booked'),
      'say',
      {
        text: both(
          `Thank you, ${'{{'} ${name} }}. You are booked on ${'{{'} ${day} | weekday }}, ${'{{'} ${day} }} at ${'{{'} ${time} }}.`,
          `Merci, ${'{{'} ${name} }}. Rendez-vous ${'{{'} ${day} | weekday }}, ${'{{'} ${day} }} à ${'{{'} ${time} }}.`,
        ),
      },
      { next: at('pause') },
    ),
    drawn(at('pause'), 'wait', { waitMs: 500 }, { happened: at('more'), timeout: at('more') }),
    drawn(at('more'), 'split', { arms: [{ name: 'menu' }, { name: 'end', weight: 4 }] }, { menu, end: at('end') }),
    drawn(
      at('colleague'),
      'transfer',
      { to: `+1555${String(1000 + department)}`, text: both('One moment please.', 'Un instant, je vous prie.') },
      { failed: at('end'), declined: at('end'), noAnswer: menu },
    ),
    drawn(at('silence'), 'end', { text: both('I cannot hear you. Goodbye.', 'Je ne vous entends pas. Au revoir.'), outcome: 'silent' }, {}),
    drawn(at('end'), 'end', { text: both(`Goodbye from ${service.en}.`, `Au revoir de ${service.fr}.`) }, {}),
  ]
}

const things = {
  en: `appointment insurance invoice parcel password contract refund delivery subscription complaint reservation membership warranty
    repair installation upgrade cancellation estimate catalogue voucher receipt mortgage pension vaccination prescription analysis
    passport licence certificate scholarship enrolment timetable excursion luggage ticket itinerary bicycle tyres engine windscreen
    plumbing heating electricity gardening cleaning painting furniture curtains kitchen bathroom colleague repetition`.split(/\s+/),
  fr: `rendez-vous assurance facture colis code contrat remboursement livraison abonnement plainte réservation adhésion garantie
    réparation installation évolution résiliation devis catalogue chèque reçu crédit retraite vaccin ordonnance analyse
    passeport permis attestation bourse inscription horaire sortie bagage billet itinéraire vélo pneus moteur vitre
    plomberie chauffage électricité jardinage nettoyage peinture meubles rideaux cuisine bain collègue répétition`.split(/\s+/),
}
const forms = {
  en: ['#', 'my #', 'about a #', 'the # please', '# today', 'change my #', 'a new #', '# where', '# prices', '# again'],
  fr: ['#', 'mon #', 'pour un #', 'le # merci', '# vite', 'changer le #', 'un nouveau #', '# où', 'prix #', 'encore #'],
}

/** Ten sentences in each language for one of many wishes, none quite like those of another. */
export function samplesOf(at: number) {
  const fill = (language: 'en' | 'fr') => {
    const { [language]: words } = things
    const word = `${words[at % words.length]}${at < words.length ? '' : at}`
    return forms[language].map((form) => form.replace('#', word))
  }
  return { en: fill('en'), fr: fill('fr') }
}
