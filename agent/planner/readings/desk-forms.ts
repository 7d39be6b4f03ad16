// How people ask about the reply desk: the words alone, what follows from them is in desk.ts.
const form = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'isu');

const PERSON = String.raw`(?!(?:them|me|us|it|him|her|everybody|everyone|all)\b)[^,:;"“]{2,60}?`;
// A name as it is written: "tell the Hiltons …" is a campaign, "tell Rudolf …" one person's answer.
const NAME = String.raw`\p{Lu}[\p{L}'.-]+(?:\s+\p{L}[\p{L}'.-]*){0,3}?`;
const SO_FAR = String.raw`(?:\s+(?:so\s+far|yet|already|to\s+(?:us|it|this|that)|(?:of|about)\s+(?:us|it|this|that)|back))?`;
const NOW = String.raw`(?:\s+(?:(?:right\s+)?now|today|first|immediately|at\s+once|urgently|this\s+morning))?`;
const PRESSING = String.raw`(?:urgent|burning|on\s+fire|pressing|critical|important|that\s+(?:cannot|can't)\s+wait|(?:that\s+)?needs\s+(?:me|us))`;
const HEARD = `(?:replies|answers|responses|feedback|reactions?)`;

export const DIGEST = form(
  String.raw`(?:(?:give|show|send)\s+me\s+)?(?:the|my|our|a|today'?s|this\s+morning'?s)?\s*(?:daily\s+|reply\s+|replies\s+|morning\s+)?digest(?:\s+(?:of|for)\s+(?:today|the\s+day|replies))?`,
  String.raw`(?:(?:give|show|send)\s+me\s+)?(?:the|my|our|a|today'?s|this\s+morning'?s)?\s*(?:daily|morning)\s+(?:report|summary|briefing|update|overview)`,
  String.raw`what(?:'s|\s+is|\s+has)?\s+(?:came|come|new|happened)(?:\s+(?:in|at\s+the\s+reply\s+desk))?\s+(?:since\s+yesterday|overnight|today)`,
  String.raw`(?:good\s+morning[,!.]?\s*)what(?:'s|\s+is)\s+(?:up|new|going\s+on)${NOW}`,
  String.raw`(?:good\s+morning[,!.]?\s*)?what(?:'s|\s+is)\s+(?:on\s+my\s+(?:plate|desk|list|agenda)|there\s+(?:for\s+me\s+)?to\s+do|to\s+do)${NOW}`,
  String.raw`what\s+(?:waits|is\s+waiting)\s+for\s+me\s+(?:today|this\s+morning)`,
  String.raw`what\s+(?:should|must|do|shall)\s+i\s+(?:have\s+to\s+)?do\s+(?:today|first|this\s+morning)`,
);
export const URGENT = form(
  String.raw`what\s+(?:needs|requires|wants)\s+(?:(?:my|our|your)\s+)?(?:immediate\s+)?attention${NOW}`,
  String.raw`(?:(?:is|are)\s+there\s+)?(?:any|some)\s+emergenc(?:y|ies)${NOW}`,
  String.raw`(?:is\s+)?(?:there\s+)?(?:anything|something)\s+${PRESSING}${NOW}`,
  String.raw`(?:did|has|have)\s+(?:anything|something)\s+${PRESSING}\s+(?:come|came|arrived?)(?:\s+(?:in|back|up))?${NOW}`,
  String.raw`(?:who|which\s+(?:replies|messages|customers|ones))\s+(?:needs?|wants?|requires?)\s+(?:me|us|my\s+attention|an?\s+answer)${NOW}`,
  String.raw`what\s+(?:can't|cannot|must\s+not|won't)\s+wait`,
  String.raw`(?:what|who|which\s+(?:replies|messages|ones))\s+(?:should|must|do|shall)\s+i\s+(?:have\s+to\s+)?(?:look\s+at|see|read|answer|handle)\s+(?:first|now|right\s+now|immediately)`,
  String.raw`do\s+(?:i|we)\s+(?:have|need)\s+to\s+(?:jump\s+on|deal\s+with|look\s+at|handle)\s+(?:anything|something)${NOW}`,
  String.raw`do\s+(?:i|we)\s+(?:have|need)\s+to\s+(?:react|respond|reply|answer)(?:\s+to)?\s+(?:anything|something|anybody|anyone|somebody)${NOW}`,
  String.raw`what(?:'s|\s+is)\s+(?:the\s+)?(?:most\s+)?(?:pressing|urgent|critical)(?:\s+(?:thing|one|reply|message))?${NOW}`,
  String.raw`(?:gibt\s+es\s+)?(?:etwas|was)\s+dringendes|ist\s+(?:etwas|was)\s+dringend|(?:y\s+a-t-il\s+)?quelque\s+chose\s+d'urgent|¿?(?:hay\s+)?algo\s+urgente|(?:há\s+)?algo\s+urgente|มีเรื่องด่วนไหม|มีอะไรด่วนไหม|急ぎの返信は(?:ありますか)?|有(?:没有)?紧急的(?:回复)?(?:吗)?`,
);
export const ACCEPTED = form(
  String.raw`(?:which|what)\s+(?:of\s+(?:them|the\s+)?)?(?:customers|hotels|people|ones)?\s*(?:want|wish|are\s+willing|would\s+like|agreed|have\s+agreed)\s+to\s+(?:renew|go\s+on|continue)`,
  String.raw`(?:did|has|have)\s+(?:anybody|anyone|somebody|someone|any\s+(?:of\s+them|customers?))\s+(?:accept(?:ed)?|agree(?:d)?|sa(?:y|id)\s+yes|confirm(?:ed)?)${SO_FAR}`,
  String.raw`(?:is\s+there\s+|are\s+there\s+)?(?:a|any)\s+(?:yes(?:es)?|takers?)${SO_FAR}`,
  String.raw`who(?:'s|\s+is|\s+was)?\s+(?:on\s+board|wants\s+in|(?:has|have)\s+(?:accepted|agreed|confirmed|said\s+yes)|accepted|agreed|confirmed)${SO_FAR}`,
  String.raw`(?:has|did)\s+(?:anybody|anyone|somebody|someone)\s+(?:bit(?:e|ten)|go\s+for\s+it|gone\s+for\s+it|want\s+in|come\s+on\s+board)${SO_FAR}`,
  String.raw`(?:did|has|have)\s+(?:we|it|(?:the|this|my|our)\s+\w+)\s+(?:get|got|gotten|had|have|receive|received)\s+any\s+(?:positive\s+${HEARD}|yes(?:es)?|takers)${SO_FAR}`,
  String.raw`(?:list|show(?:\s+me)?|give\s+me)?\s*(?:the\s+|all\s+(?:the\s+)?)?(?:positive|yes)\s+(?:answers|replies|responses|ones)${SO_FAR}`,
  String.raw`wer\s+(?:hat\s+(?:schon\s+)?(?:zugesagt|ja\s+gesagt|zugestimmt|angenommen)|ist\s+dabei)|qui\s+a\s+(?:dit\s+oui|accepté|confirmé)|¿?qui[eé]n(?:es)?\s+(?:ha|han)\s+(?:aceptado|dicho\s+que\s+sí)|quem\s+(?:disse\s+(?:que\s+)?sim|aceitou)|ใครตอบตกลง(?:บ้าง)?|(?:誰が)?承諾したのは(?:誰(?:ですか)?)?|谁(?:说好|同意)了`,
);
export const SUMMARISE = form(
  String.raw`(?:summari[sz]e|sum\s+up|recap|give\s+me\s+(?:a\s+summary|the\s+short\s+version|the\s+highlights)\s+of)\s+(?:what|how)\s+(?<who>.+?)\s+(?:answered|replied|said|wrote|responded|think|thinks|thought)${SO_FAR}`,
  String.raw`(?:what|how)\s+(?:did|have|has)\s+(?<whom>(?!we\b|i\b).+?)\s+(?:answer(?:ed)?|repl(?:y|ied)|sa(?:y|id)|wr(?:ite|itten)|respond(?:ed)?|react(?:ed)?)${SO_FAR}`,
  String.raw`(?:summari[sz]e|sum\s+up|recap|(?:(?:give|show)\s+me\s+)?(?:a\s+|the\s+)?(?:short\s+|brief\s+|quick\s+)?(?:summary|recap)\s+of)\s+(?:the\s+|all\s+)?${HEARD}(?:\s+(?:of|from|by)\s+(?<by>.+))?`,
  String.raw`what\s+do(?:es)?\s+(?<thinker>(?!it\b|that\b|this\b|the\s+(?:message|mail|e-mail|text|letter|draft|subject|preview)\b).+?)\s+(?:think|say)${SO_FAR}`,
  String.raw`what\s+(?:are|is)\s+(?<sayer>(?!it\b|that\b|this\b|the\s+(?:message|mail|e-mail|text|letter|draft|subject|preview)\b).+?)\s+(?:saying|telling\s+us|answering|replying)${SO_FAR}`,
  String.raw`tell\s+me\s+what\s+(?<told>.+?)\s+(?:answered|replied|said|wrote|responded)${SO_FAR}`,
  String.raw`(?:what(?:'s|\s+is)|give\s+me)\s+the\s+(?:gist|essence|upshot|bottom\s+line)\s+of\s+(?:the\s+)?(?<gist>.+?)(?:'s?)?\s+${HEARD}`,
  String.raw`(?:in\s+short|briefly|in\s+brief|in\s+a\s+nutshell)[,:]?\s*what\s+(?:came\s+back|did\s+we\s+hear)\s+from\s+(?<short>.+)`,
  String.raw`(?:and\s+)?what\s+came\s+back\s+from\s+(?<back>.+)`,
  String.raw`what\s+(?:have|did|do)\s+we\s+(?:hear|heard|got|get|learn|learned|know)(?:\s+back)?\s+from\s+(?<heard>.+?)${SO_FAR}`,
  String.raw`what\s+(?:was|is|were|are)\s+the\s+${HEARD}\s+(?:of|from|by)\s+(?<reacted>.+?)${SO_FAR}`,
  String.raw`what\s+${HEARD}\s+(?:did|do|have)\s+we\s+(?:get|got|have|had|receive|received|hear|heard)\s+(?:back\s+)?from\s+(?<gave>.+?)${SO_FAR}`,
  String.raw`(?:is\s+there\s+)?any\s+(?:word|news|${HEARD})\s+(?:back\s+)?from\s+(?<word>.+?)${SO_FAR}`,
  String.raw`was\s+(?:haben|hat)\s+(?<de>.+?)\s+(?:geantwortet|gesagt|geschrieben)|(?:fasse?\s+(?:bitte\s+)?zusammen,?\s+was)\s+(?<fasst>.+?)\s+(?:geantwortet|gesagt|geschrieben)\s+(?:haben|hat)`,
  String.raw`(?:r[ée]sume[zr]?\s+ce\s+que|qu'ont\s+r[ée]pondu)\s+(?<fr>.+?)(?:\s+(?:ont|a)\s+r[ée]pondu)?`,
  String.raw`(?:resum[ea]n?\s+(?:lo|o)\s+que|¿?qu[ée]\s+(?:han\s+)?)\s*(?:respondi(?:eron|do)|dijeron|dicho|responderam|disseram)\s+(?<es>.+)|o\s+que\s+(?:responderam|disseram)\s+(?<pt>.+)`,
);
/** "… that the invoice comes tomorrow", or with the words themselves behind a colon. */
export const ANSWER = form(
  String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to|get\s+back\s+to)\s+(?<who>${PERSON})\s*[:,]?\s+(?:that|saying(?:\s+that)?)\s+(?<text>.+)`,
  String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to|get\s+back\s+to)\s+(?<person>(?!(?:them|me|us|it)\b)[^,:;"“]{2,60}?)\s*(?:[:,]|with)\s*["“']?(?<words>.+?)["”']?`,
);
/** Names count by their capital, so that the case of a letter matters here. */
export const TO_ONE: readonly RegExp[] = [
  String.raw`[Ll]et\s+(?<who>${NAME})\s+know\s+(?:that\s+)?(?<text>.+)`,
  String.raw`[Tt]ell\s+(?<who>${NAME})\s+(?:that\s+)?(?<text>(?:the|that|we|our|i|it|he|she|they|there|this|his|her|their|your|you)\b.+)`,
  String.raw`[Ss]ay\s+to\s+(?<who>${NAME})\s+(?:that\s+)(?<text>.+)`,
  String.raw`(?:[Ii]nform|[Mm]essage|[Ww]rite)\s+(?<who>${NAME})\s+(?:back\s+)?that\s+(?<text>.+)`,
  String.raw`(?:[Dd]rop|[Ss]end|[Gg]ive|[Ww]rite)\s+(?<who>${NAME})\s+(?:an?|the)\s+(?:short\s+|quick\s+)?(?:answer|reply|response|line|note|message)\s*(?:that|saying(?:\s+that)?)\s+(?<text>.+)`,
  String.raw`(?:[Dd]rop|[Ss]end|[Gg]ive|[Ww]rite)\s+(?<who>${NAME})\s+(?:an?|the)\s+(?:short\s+|quick\s+)?(?:answer|reply|response|line|note)\s*:\s*["“']?(?<words>.+?)["”']?`,
  String.raw`(?<who>${NAME})\s+(?:should|must|needs\s+to|has\s+to)\s+(?:know|hear|be\s+told)\s+that\s+(?<text>.+)`,
  String.raw`(?:[Rr]eply|[Aa]nswer|[Rr]espond)\s+(?<who>${NAME})\s*["“](?<words>.+?)["”]`,
  String.raw`(?:[Aa]ntworte?|[Ss]age?|[Ss]chreibe?)\s+(?:bitte\s+)?(?:de[mr]\s+)?(?<who>${NAME})(?:\s+bitte)?(?:\s+Bescheid)?,\s*dass\s+(?<verbLast>.+)`,
  String.raw`(?:[Tt]eile?)\s+(?:bitte\s+)?(?:de[mr]\s+)?(?<who>${NAME})\s+(?:bitte\s+)?mit,\s*dass\s+(?<verbLast>.+)`,
  String.raw`(?:(?:ช่วย|กรุณา|โปรด|ฝาก)\s*)?(?:ตอบกลับ|ตอบ|บอก|แจ้ง)\s*(?:คุณ\s*(?<who>[^\s,:]{1,40}?)|(?<latin>${NAME}))\s*ว่า\s*(?<thai>.+)`,
  String.raw`(?:[Rr][ée]ponde?[zs]?|[Dd]i(?:s|tes))\s+à\s+(?<who>${NAME})\s+(?:que\s+|qu')(?<text>.+)`,
  String.raw`(?:[Rr]esponde?a?|[Rr]esp[oó]nde?le|[Dd]ile|[Dd]iga|[Dd]iz|[Cc]ontesta|[Aa]v[ií]sale)\s+(?:ao?\s+)?(?<who>${NAME})\s+(?:de\s+)?que\s+(?<text>.+)`,
].map((source) => new RegExp(`^(?:${source})$`, 'su'));
