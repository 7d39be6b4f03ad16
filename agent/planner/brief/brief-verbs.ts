// What a brief tells its reader to do, in the languages whose words are set apart by blanks.

const PLEASE = String.raw`(?:please|bitte|por\s+favor|s[’']il\s+(?:vous|te)\s+pla[iî]t)`;
const WANTING = String.raw`(?:we\s+(?:want|would\s+like|need|plan|aim|hope)\s+to|let(?:’|')?s|let\s+us|wir\s+(?:wollen|möchten|sollten)|ich\s+(?:will|möchte)|queremos|quisiera(?:mos)?|quiero|quero|gostar(?:ia|íamos)\s+de|nous\s+(?:voulons|souhaitons|voudrions)|je\s+(?:veux|voudrais|souhaite)|il\s+faut)`;
/** Such an opening says that what follows is to be done. */
const LEAD = String.raw`(?:${PLEASE},?\s+)?(?:${WANTING}\s+)?(?:${PLEASE},?\s+)?`;

const ENGLISH = String.raw`target|send|tell|inform|invite|write|draft|remind|ask|offer|sell|upsell|pitch|propose|suggest|approach|reach(?:\s+out)?|contact|thank|reward|win|reactivate|re-?engage|recover|convince|encourage|persuade|promote|announce|introduce|greet|wish|congratulate|survey|warn|notify|prepare|focus|concentrate|aim`;
const OTHERS = String.raw`(?:an)?schreib\p{L}*|(?:ver)?schick\p{L}*|sende\p{L}*|informier\p{L}*|lad(?:e|et|en)|einlad\p{L}*|erinner\p{L}*|biet\p{L}*|gewinn\p{L}*|kontaktier\p{L}*|dank\p{L}*|frag\p{L}*|relanc\p{L}*|invit\p{L}*|inform\p{L}*|annonc\p{L}*|rappel\p{L}*|écri\p{L}*|envo[iy]\p{L}*|propos\p{L}*|remerci\p{L}*|demand\p{L}*|reconqu\p{L}*|convid\p{L}*|avis\p{L}*|recuper\p{L}*|envi\p{L}*|escrib\p{L}*|escrev\p{L}*|record\p{L}*|lembr\p{L}*|ofere\p{L}*|ofrec\p{L}*|agrade\p{L}*|pregunt\p{L}*|pergunt\p{L}*`;

const FOREIGN_ORDER = new RegExp(String.raw`^${LEAD}(?:${OTHERS})(?!\p{L})`, 'iu');
const ENGLISH_ORDER = new RegExp(
  String.raw`^${LEAD}(?:${ENGLISH})\b|\b(?:must|should|need\s+to|have\s+to)\s+(?:know|hear|learn|be\s+(?:told|informed|invited|asked)|get|receive)\b`,
  'iu',
);
const SPACELESS_ORDER =
  /(?:送って|知らせ|案内して|招待して|お願い)|^(?:ขอ)?(?:ส่ง|แจ้ง|เชิญ|บอก)|^请|^(?:通知|邀请|告诉)/u;

export const isOrderText = (text: string): boolean =>
  ENGLISH_ORDER.test(text) || FOREIGN_ORDER.test(text) || SPACELESS_ORDER.test(text);

const DONE = new RegExp(
  String.raw`^${LEAD}(?:${ENGLISH}|make\s+noise|upgrade|get|give|them|win\s+back|show|${OTHERS})(?!\p{L})(?:\s+(?:to|them|about|on|at|back|ein|euch|unsere[nr]?|tous|toutes|todos|todas|alle[nr]?|os|as|los|las|les|aux?|a|à))*(?:\s+|$)`,
  'iu',
);
/** What is to be done, without the verb and what only leads to whom. */
export const withoutVerb = (text: string): string => text.replace(DONE, '');
