/** Words that are part of sentences, not of names. Names that are also words ("will", "mark", "grace") stay out of the list or count only where a name was announced. */
const everyday =
  `a able about above absolutely account across actually address after afternoon again against ago agree all almost alone along already also although always am an and
another any anybody anyone anything anyway appointment appointments are around as ask at available away back bad be because been before behind being best better between big bill both bother
bring business busy but buy bye by calendar call called calling came can cancel can't cannot car card care case change check checkup choose cleaning clear clinic close come coming confirm connect consultation
correct cost could couldn't couple crown customer date day days dead dear dental dentist department did didn't different do does doesn't dog done don't door down drive each early easy eight either eleven else email emergency end enough
evening ever every everything exactly except excuse fact family far fast father feel few fifteen fifty fill filling find fine first five fix flexible following food for forget form forty forward four friend from front full further get gets getting give
go goes going gone gonna good goodbye got great guess guy had half happen happy hardly has hate have haven't having he hello help her here hey hi him his hold home hospital hour hours how however hurry hurt hurts husband i i'd i'll i'm i've idea if important
in inside instead insurance interested into is isn't issue it it's its job just keep kind know last late later least leave left less let let's like line list listen little live long look looking lost lot lots love lunch machine made mail
make man many matter may maybe me mean meant meet message midday might mind mine minute minutes miss missed moment money month months more morning most mother move much must my myself name names near need never new next nice night nine no nobody none noon nope nor not
nothing notice now number obviously of off office often oh ok okay old on once one ones only open operator option or order other our out over own pain paid parent part past pay people perfect perhaps person phone pick place please point possible prefer preferably price probably problem put question quick quickly quite
rather ready real really reason receptionist record remember repeat representative reschedule reservation rest right room said same save saw say saying schedule second see seem send sent service seven several shall she should show side since sir six slot slow so some somebody someone something sometimes soon
sorry sound sounds speak speaking spell spoke staff start stay still stop stuff such sure table take taken talk talking teeth tell ten test text than thank thanks that that's the their them then there there's these they they're thing things think third thirty this those though thought three through thursday till time times tired to
today together told tomorrow tonight too took tooth toothache touch toward treatment tried trouble true try trying turn twelve twenty two under understand until up upon urgent us use usual usually very visit wait waiting want wanted wants was wasn't way we wednesday week weekend weeks well went were what what's
when where whether which while who whole whose why wife will with within without woman wondering won't word work works worried worse would wouldn't write wrong yeah year years yep yes yesterday yet you you're your yours yourself yup zero human agent manager hygienist robot bot whatever nevermind anytime
monday tuesday friday saturday sunday january february march april june july august september october november december weather pizza coffee dinner breakfast music doctor's kids kid child children daughter son hmm huh wow cool awesome terrible nowhere somewhere everyone everybody hundred thousand dollars euros blue red green black white
stupid hell damn hang damnit information details website internet computer question questions answer english french spanish german language`
    .split(/\s+/)
    .filter((word) => word !== '')

/** Of these a name can never consist, however it was announced. */
const grammar =
  `a about after again all also am an and another any anything are as at back be because been before but by calling can can't cannot could did do does doesn't done don't for from get going good got had has have he her here hi hello his how i i'd i'll i'm i've if in into is isn't it it's just know
late later let like looking me more my need never new next no not nothing now of off ok okay on one or our out over please ready really right so some something sorry still sure than thank thanks that that's the their them then there these they think this those to today tomorrow too trying two under up us very want wanted was we well were what
when where which who why with wondering would yeah yes yet you your fine great correct wrong happy here available interested busy free old patient customer calling tuesday monday wednesday thursday friday saturday sunday morning afternoon evening appointment cleaning dentist possible urgent important only`
    .split(/\s+/)
    .filter((word) => word !== '')

const firstNames =
  `james john robert michael william david richard joseph thomas charles chris christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam frank gregory
alexander alex patrick jack dennis jerry tyler aaron jose henry adam nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald arthur sean christian noah lucas liam mason logan oliver elijah leo max hugo louis luis carlos juan miguel mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret
betty sandra ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna ana brenda pamela nicole ruth katherine samantha christine catherine virginia debra rachel janet emma maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith
olivia sophia sophie isabella mia charlotte amelia harper ava chloe zoe lily hannah grace alice clara eva nina tom tim jim joe mike steve dave bob rob nick tony kate katie jane jean claire marie louise ahmed mohammed muhammad ali fatima priya raj anil wei li yuki hiroshi ivan olga natasha pierre francois camille lucie`
    .split(/\s+/)
    .filter((word) => word !== '')

export const everydayWords: ReadonlySet<string> = new Set(everyday)
export const grammarWords: ReadonlySet<string> = new Set(grammar)
export const commonFirstNames: ReadonlySet<string> = new Set(firstNames)
