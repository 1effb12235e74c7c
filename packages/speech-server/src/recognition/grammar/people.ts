/** Common first names. */
export const FIRST_NAMES = (
  'james|john|robert|michael|william|david|richard|joseph|thomas|charles|christopher|daniel|matthew|anthony|mark|donald|steven|paul|andrew|' +
  'joshua|kenneth|kevin|brian|george|timothy|ronald|edward|jason|jeffrey|ryan|jacob|gary|nicholas|eric|jonathan|stephen|larry|justin|scott|' +
  'brandon|benjamin|samuel|gregory|frank|alexander|raymond|patrick|jack|dennis|jerry|tyler|aaron|jose|adam|nathan|henry|peter|zachary|kyle|' +
  'walter|noah|jeremy|christian|keith|roger|sean|austin|carl|harold|dylan|arthur|jordan|albert|philip|alan|simon|martin|oliver|harry|max|leo|' +
  'mary|patricia|jennifer|linda|elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|betty|sandra|margaret|ashley|kimberly|emily|donna|' +
  'michelle|carol|amanda|melissa|deborah|stephanie|rebecca|laura|sharon|cynthia|kathleen|amy|angela|shirley|anna|brenda|pamela|emma|nicole|' +
  'helen|samantha|katherine|christine|rachel|carolyn|janet|maria|catherine|heather|diane|olivia|julie|joyce|victoria|kelly|christina|lauren|' +
  'joan|evelyn|judith|alice|grace|julia|sophia|marie|diana|natalie|brittany|charlotte|rose|kate|jane|claire|lucy|chloe|isabella|hannah'
).split('|')

/** Common last names. */
export const LAST_NAMES = (
  'smith|johnson|williams|brown|jones|garcia|miller|davis|rodriguez|martinez|hernandez|lopez|gonzalez|wilson|anderson|thomas|taylor|moore|' +
  'jackson|martin|lee|perez|thompson|white|harris|sanchez|clark|ramirez|lewis|robinson|walker|young|allen|king|wright|scott|torres|nguyen|' +
  'hill|flores|green|adams|nelson|baker|hall|rivera|campbell|mitchell|carter|roberts|gomez|phillips|evans|turner|diaz|parker|cruz|edwards|' +
  'collins|reyes|stewart|morris|morales|murphy|cook|rogers|gutierrez|ortiz|morgan|cooper|peterson|bailey|reed|kelly|howard|ramos|kim|cox|' +
  'ward|richardson|watson|brooks|chavez|wood|james|bennett|gray|mendoza|ruiz|hughes|price|alvarez|castillo|sanders|patel|myers|long|ross|' +
  'foster|powell|jenkins|perry|russell|sullivan|bell|coleman|butler|henderson|barnes|fisher|simmons|graham|reynolds|hamilton|griffin|wallace|' +
  'west|cole|hayes|bryant|gibson|ellis|stevens|murray|ford|marshall|owens|mcdonald|harrison|ruiz|kennedy|wells|alexander|henry|cohen|' +
  'dupont|bernard|robert|petit|durand|simon|laurent|michel|lefebvre|singh|khan|shah|chen|wang|zhang|kumar|johnston|bishop|burns|palmer'
).split('|')
