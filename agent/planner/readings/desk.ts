// The reply desk by sentence: answering one person, what a part of the customers said, the day's digest.
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading } from './reading.ts';
import { readWho } from './whom.ts';

type Said = Record<string, string | undefined>;
type Read = (frame: Frame, said: Said) => Plan | null;
const form = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'isu');

const PERSON = String.raw`(?!(?:them|me|us|it|him|her|everybody|everyone|all)\b)[^,:;"“]{2,60}?`;
// A name as it is written: "tell the Hiltons …" is a campaign, "tell Rudolf …" one person's answer.
const NAME = String.raw`\p{Lu}[\p{L}'.-]+(?:\s+\p{L}[\p{L}'.-]*){0,3}?`;
const SO_FAR = String.raw`(?:\s+(?:so\s+far|yet|already|to\s+(?:us|it|this|that)|(?:of|about)\s+(?:us|it|this|that)|back))?`;
const NOW = String.raw`(?:\s+(?:(?:right\s+)?now|today|first|immediately|at\s+once|urgently|this\s+morning))?`;

const DIGEST = form(
  String.raw`(?:(?:give|show|send)\s+me\s+)?(?:the|my|our|a|today'?s|this\s+morning'?s)?\s*(?:daily\s+|reply\s+|replies\s+|morning\s+)?digest(?:\s+(?:of|for)\s+(?:today|the\s+day|replies))?`,
  String.raw`(?:(?:give|show|send)\s+me\s+)?(?:the|my|our|a|today'?s|this\s+morning'?s)?\s*(?:daily|morning)\s+(?:report|summary|briefing|update|overview)`,
  String.raw`what(?:'s|\s+is|\s+has)?\s+(?:came|come|new|happened)(?:\s+(?:in|at\s+the\s+reply\s+desk))?\s+(?:since\s+yesterday|overnight|today)`,
  String.raw`(?:good\s+morning[,!.]?\s*)what(?:'s|\s+is)\s+(?:up|new|going\s+on)${NOW}`,
  String.raw`what\s+(?:waits|is\s+waiting)\s+for\s+me\s+(?:today|this\s+morning)`,
  String.raw`what\s+(?:should|must|do|shall)\s+i\s+(?:have\s+to\s+)?do\s+(?:today|first|this\s+morning)`,
);
const URGENT = form(
  String.raw`what\s+(?:needs|requires|wants)\s+(?:(?:my|our|your)\s+)?(?:immediate\s+)?attention${NOW}`,
  String.raw`(?:(?:is|are)\s+there\s+)?(?:any|some)\s+emergenc(?:y|ies)${NOW}`,
  String.raw`(?:is\s+)?(?:there\s+)?(?:anything|something)\s+(?:urgent|burning|on\s+fire|pressing|critical|that\s+(?:cannot|can't)\s+wait)${NOW}`,
  String.raw`do\s+(?:i|we)\s+(?:have|need)\s+to\s+(?:react|respond|reply|answer)(?:\s+to)?\s+(?:anything|something|anybody|anyone|somebody)${NOW}`,
  String.raw`what(?:'s|\s+is)\s+(?:the\s+)?(?:most\s+)?(?:pressing|urgent|critical)(?:\s+(?:thing|one|reply|message))?${NOW}`,
  String.raw`(?:gibt\s+es\s+)?(?:etwas|was)\s+dringendes|ist\s+(?:etwas|was)\s+dringend|(?:y\s+a-t-il\s+)?quelque\s+chose\s+d'urgent|¿?(?:hay\s+)?algo\s+urgente|(?:há\s+)?algo\s+urgente|มีเรื่องด่วนไหม|มีอะไรด่วนไหม|急ぎの返信は(?:ありますか)?|有(?:没有)?紧急的(?:回复)?(?:吗)?`,
);
const ACCEPTED = form(
  String.raw`(?:which|what)\s+(?:of\s+(?:them|the\s+)?)?(?:customers|hotels|people|ones)?\s*(?:want|wish|are\s+willing|would\s+like|agreed|have\s+agreed)\s+to\s+(?:renew|go\s+on|continue)`,
  String.raw`(?:did|has|have)\s+(?:anybody|anyone|somebody|someone|any\s+(?:of\s+them|customers?))\s+(?:accept(?:ed)?|agree(?:d)?|sa(?:y|id)\s+yes|confirm(?:ed)?)${SO_FAR}`,
  String.raw`(?:is\s+there\s+|are\s+there\s+)?(?:a|any)\s+yes(?:es)?${SO_FAR}`,
  String.raw`(?:list|show(?:\s+me)?|give\s+me)?\s*(?:the\s+|all\s+(?:the\s+)?)?(?:positive|yes)\s+(?:answers|replies|responses|ones)${SO_FAR}`,
  String.raw`wer\s+hat\s+(?:zugesagt|ja\s+gesagt|zugestimmt|angenommen)|qui\s+a\s+(?:dit\s+oui|accepté|confirmé)|¿?qui[eé]n(?:es)?\s+(?:ha|han)\s+(?:aceptado|dicho\s+que\s+sí)|quem\s+(?:disse\s+(?:que\s+)?sim|aceitou)|ใครตอบตกลง(?:บ้าง)?|(?:誰が)?承諾したのは(?:誰(?:ですか)?)?|谁(?:说好|同意)了`,
);
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [DIGEST, (frame) => calling(frame, [{ name: 'summarise_replies', args: { days: 1 } }])],
  [URGENT, (frame) => listing(frame, { urgency: 'high' })],
  [ACCEPTED, (frame) => listing(frame, { intent: 'accept' })],
  [
    form(
      String.raw`(?:summari[sz]e|sum\s+up|give\s+me\s+(?:a\s+)?summary\s+of)\s+(?:what|how)\s+(?<who>.+?)\s+(?:answered|replied|said|wrote|responded|think|thinks|thought)${SO_FAR}`,
      String.raw`(?:what|how)\s+(?:did|have|has)\s+(?<whom>.+?)\s+(?:answer(?:ed)?|repl(?:y|ied)|sa(?:y|id)|wr(?:ite|itten)|respond(?:ed)?|react(?:ed)?)${SO_FAR}`,
      String.raw`(?:summari[sz]e|sum\s+up|(?:(?:give|show)\s+me\s+)?(?:a\s+|the\s+)?(?:short\s+|brief\s+|quick\s+)?summary\s+of)\s+(?:the\s+|all\s+)?(?:replies|answers|responses)(?:\s+(?:of|from|by)\s+(?<by>.+))?`,
    ),
    summarise,
  ],
  [
    form(
      String.raw`what\s+do(?:es)?\s+(?<who>(?!it\b|that\b|this\b|the\s+(?:message|mail|e-mail|text|letter|draft|subject|preview)\b).+?)\s+(?:think|say)${SO_FAR}`,
      String.raw`tell\s+me\s+what\s+(?<whom>.+?)\s+(?:answered|replied|said|wrote|responded)${SO_FAR}`,
      String.raw`(?:what(?:'s|\s+is)|give\s+me)\s+the\s+(?:gist|essence|upshot|bottom\s+line)\s+of\s+(?:the\s+)?(?<by>.+?)(?:'s?)?\s+(?:responses|replies|answers)`,
    ),
    summarise,
  ],
  [
    form(
      String.raw`(?:in\s+short|briefly|in\s+brief|in\s+a\s+nutshell)[,:]?\s*what\s+(?:came\s+back|did\s+we\s+hear)\s+from\s+(?<who>.+)`,
      String.raw`(?:and\s+)?what\s+came\s+back\s+from\s+(?<by>.+)`,
    ),
    summarise,
  ],
  [
    form(
      String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to)\s+(?<who>${PERSON})\s*[:,]?\s+(?:that|saying(?:\s+that)?)\s+(?<text>.+)`,
      String.raw`(?:answer|reply\s+to|respond\s+to|write\s+back\s+to)\s+(?<person>(?!(?:them|me|us|it)\b)[^,:;"“]{2,60}?)\s*(?:[:,]|with)\s*["“']?(?<words>.+?)["”']?`,
    ),
    answer,
  ],
];
/** Names count by their capital, so that the case of a letter matters here. */
const TO_ONE: readonly RegExp[] = [
  String.raw`[Ll]et\s+(?<who>${NAME})\s+know\s+(?:that\s+)?(?<text>.+)`,
  String.raw`[Tt]ell\s+(?<who>${NAME})\s+(?:that\s+)?(?<text>(?:the|that|we|our|i|it|he|she|they|there|this|his|her|their|your|you)\b.+)`,
  String.raw`[Ss]ay\s+to\s+(?<who>${NAME})\s+(?:that\s+)(?<text>.+)`,
  String.raw`[Ss]end\s+(?<who>${NAME})\s+(?:an?|the)\s+(?:answer|reply|response)\s+(?:that|saying(?:\s+that)?)\s+(?<text>.+)`,
  String.raw`(?:[Rr]eply|[Aa]nswer|[Rr]espond)\s+(?<who>${NAME})\s*["“](?<words>.+?)["”]`,
].map((source) => new RegExp(`^(?:${source})$`, 'su'));

export const readDesk: Reading = (frame) => {
  const whole = frame.sentence.trim().replaceAll('’', "'");
  const text = whole.replace(/^(?:(?:and|please|so|ok|okay|can you|could you)[,\s]+)+/i, '').trim();
  // The mark at the end asks us, not the customer.
  const isAsked =
    /^(?:(?:and|so|ok|okay|please)[,\s]+)*(?:can|could)\s+you\b/iu.test(whole) && whole.endsWith('?');
  const bare = text.replace(/(?:\s*,?\s*please)?[.?!\s]+$|\s*,?\s*please$/iu, '');
  for (const [pattern, read] of FORMS) {
    const match = (isAsked ? null : pattern.exec(text)) ?? pattern.exec(bare);
    const plan = match && read(frame, match.groups ?? {});
    if (plan) return plan;
  }
  for (const pattern of TO_ONE) {
    const match = pattern.exec(text) ?? pattern.exec(bare);
    if (match && isNobodyElse(frame, match.groups?.who ?? '')) return answer(frame, match.groups ?? {});
  }
  return null;
};

/** A name that is none of a place, a brand or a kind of customers here. */
function isNobodyElse(frame: Frame, name: string): boolean {
  const { scope, isEverybody } = readFrame(`show ${name}`, frame.input);
  return scope.isEmpty && !isEverybody;
}

function listing(frame: Frame, asked: { urgency: 'high' } | { intent: 'accept' }): Plan {
  const { campaign } = frame.input.thread;
  const args = { ...(campaign ? { campaignId: campaign.id } : {}), ...asked };
  return calling(frame, [{ name: 'list_replies', args }]);
}

const EVERYBODY =
  /^(?:they|them|everybody|everyone|people|(?:all\s+)?(?:the\s+|our\s+)?customers|all|the\s+others?)$/iu;

function summarise(frame: Frame, { who, whom, by }: Said): Plan | null {
  const named = who ?? whom ?? by;
  const { campaign } = frame.input.thread;
  if (!named || EVERYBODY.test(named)) {
    const args = campaign ? { campaignId: campaign.id } : {};
    return calling(frame, [{ name: 'summarise_replies', args }]);
  }
  const found = readWho(frame, named);
  if (!found) return null;
  return 'filter' in found
    ? calling(frame, [{ name: 'summarise_replies', args: { filter: found.filter } }])
    : found;
}

/** "… that the invoice comes tomorrow" is said as a sentence of its own; anything else as it stands. */
function answer(frame: Frame, { who, text, person, words }: Said): Plan {
  const said = text ? sentence(text) : (words ?? '').trim();
  const name = (who ?? person ?? '').trim();
  return { ...calling(frame, [{ name: 'answer_reply', args: { who: name, text: said } }]), unused: [] };
}

const sentence = (text: string): string => {
  const said = text.trim();
  const ended = /[.!?…]$/u.test(said) ? said : `${said}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
};
