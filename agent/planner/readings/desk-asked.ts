// "did anyone complain this week?", "questions from the gyms since Monday", "who wants a call?": replies of one kind, of some
// customers, of a time.
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type SaidSince, sinceWords } from './desk-since.ts';
import { calling } from './reading.ts';
import { readWho } from './whom.ts';

type Kind = { intent: string } | { urgency: 'high' } | object;
/** A kind of reply, as a noun and as what somebody did; `did` behind "did", `has` behind "who". */
type Words = { kind: Kind; noun: string; did: string; has: string };

const A = String.raw`(?:an?\s+|the\s+|any\s+|some\s+|us\s+)*`;
const ABOUT = String.raw`(?:\s+(?:about|with|over)\s+(?:it|this|that|us|anything|something))?`;

const KINDS: readonly Words[] = [
  {
    kind: { intent: 'complaint' },
    noun: String.raw`(?:complaints?|complainers|grievances|bad\s+(?:news|feedback|reactions?|replies)|negative\s+(?:feedback|replies|answers|responses|reactions?))`,
    did: String.raw`(?:complain|grumble|get\s+(?:angry|upset|annoyed))${ABOUT}`,
    has: String.raw`(?:complain(?:ed|s|ing)?|(?:is|are|was|were|got|sounds?|seems?)\s+(?:unhappy|angry|upset|annoyed|dissatisfied|complaining)|(?:has|have|had)\s+${A}(?:complaints?|problems?|issues?))${ABOUT}`,
  },
  {
    kind: { intent: 'callback' },
    noun: String.raw`(?:call\s*-?backs?|requests\s+for\s+(?:a\s+)?calls?|call\s+(?:back\s+)?requests)`,
    did: String.raw`(?:(?:ask|want|wish)\s+(?:for\s+)?(?:to\s+be\s+)?${A}(?:call(?:s|ed)?(?:\s*-?\s*back)?|callback|phone\s+call|ring))`,
    has: String.raw`(?:(?:asked|asks|asking|wants?|wanted|would\s+like|needs?|expects?)\s+(?:for\s+)?(?:to\s+be\s+|us\s+to\s+|me\s+to\s+)?${A}(?:call(?:s|ed)?(?:\s*-?\s*back|\s+them)?|callback|phone\s+call|ring))`,
  },
  {
    kind: { intent: 'question' },
    noun: '(?:questions?|queries|inquiries|enquiries)',
    did: String.raw`(?:(?:ask|have|want\s+to\s+know)\s+(?:us\s+)?(?:anything|something|${A}questions?))`,
    has: String.raw`(?:(?:asked|asks|had|has|have)\s+(?:us\s+)?(?:anything|something|${A}questions?)|(?:wants?|wanted)\s+to\s+know\s+(?:something|more))`,
  },
  {
    kind: { intent: 'decline' },
    noun: String.raw`(?:rejections?|refusals?|declines?|cancellations?|negative\s+answers)`,
    did: String.raw`(?:say\s+no|decline|refuse|turn\s+(?:it|us)\s+down|cancel|quit|want\s+to\s+(?:cancel|quit|leave|end\s+(?:it|their\s+contract)))`,
    has: String.raw`(?:said\s+no|says\s+no|declined|refused|turned\s+(?:it|us)\s+down|(?:does\s+not|doesn't|do\s+not|don't|did\s+not|didn't)\s+want\s+to\s+(?:renew|go\s+on|continue)|(?:wants?|wanted|would\s+like|plans?|intends?)\s+to\s+(?:cancel|quit|leave|go|end\s+(?:it|their\s+contract)|stop\s+working\s+with\s+us))`,
  },
  {
    kind: { intent: 'opt_out' },
    noun: String.raw`(?:opt\s*-?outs?|unsubscribes|unsubscriptions|stops)`,
    did: String.raw`(?:opt\s+out|unsubscribe|say\s+stop|ask\s+(?:us\s+)?to\s+stop)`,
    has: String.raw`(?:opted\s+out|unsubscribed|said\s+stop|asked\s+(?:us\s+)?to\s+stop(?:\s+writing)?)`,
  },
  {
    kind: { intent: 'accept' },
    noun: String.raw`(?:acceptances?|yeses|takers|positive\s+(?:answers|replies|responses|feedback|reactions?)|good\s+news)`,
    did: String.raw`(?:say\s+yes|accept|agree|confirm)`,
    has: String.raw`(?:said\s+yes|says\s+yes|accepted|agreed|confirmed|(?:wants?|wanted|would\s+like)\s+to\s+(?:renew|go\s+on|continue))`,
  },
  {
    kind: { intent: 'later' },
    noun: String.raw`(?:(?:requests\s+for\s+)?more\s+time)`,
    did: String.raw`(?:ask\s+for\s+more\s+time|ask\s+us\s+to\s+wait|want\s+to\s+decide\s+later)`,
    has: String.raw`(?:asked\s+for\s+more\s+time|asked\s+us\s+to\s+wait|(?:wants?|wanted)\s+(?:more\s+time|to\s+(?:wait|decide\s+later))|will\s+decide\s+later)`,
  },
  {
    kind: {},
    noun: String.raw`(?:repl(?:y|ies)|answers?|responses?|feedback|reactions?|messages?\s+from\s+customers)`,
    did: String.raw`(?:repl(?:y|ied)|answer|respond|write(?:\s+back)?|get\s+back\s+to\s+us|react|come\s+back)`,
    // "which gyms replied in May?" asks for customers.
    has: '(?!)',
  },
];

const SOMEBODY = String.raw`(?:any\s*(?:body|one)|some\s*(?:body|one)|any\s+customers?)`;
const SHOWN = String.raw`(?:(?:please\s+)?(?:show|list|give|tell)\s+(?:me\s+)?|what|which|how\s+many|did\s+we\s+(?:get|have|receive)|do\s+we\s+have|have\s+we\s+(?:got|had)|(?:are|is|were|was)\s+there|there\s+(?:are|were))?\s*`;
const FROM = String.raw`(?:\s+(?:from|by|of|among|at)\s+(?<from>.+?))?`;
const GOT = String.raw`(?:\s+(?:did|do|have)\s+(?:we|i)\s+(?:get|got|have|had|receive|received)(?:\s+(?:back\s+)?from\s+(?<back>.+?))?)?`;

const FORMS = KINDS.map(({ kind, noun, did, has }) => ({
  kind,
  pattern: new RegExp(
    [
      `(?:did|has|have|had|does|do|is|are)\\s+(?:${SOMEBODY}|any\\s+of\\s+(?:the\\s+|our\\s+|my\\s+)?(?<any>.+?)|(?:the|our|my)\\s+(?<those>.+?))\\s+(?:${did}|${has})`,
      `(?:who|which\\s+(?:of\\s+(?:the\\s+|our\\s+|my\\s+)?)?(?<which>.+?)|how\\s+many\\s+(?<many>.+?))\\s+(?:(?:has|have|had|else)\\s+)?(?:${has})`,
      `${SHOWN}(?:any|all|the|new|open|our|more|other|latest|\\s)*${noun}${FROM}${GOT}`,
    ]
      .map((source) => `^(?:${source})$`)
      .join('|'),
    'iu',
  ),
}));

export function readAsked(frame: Frame, { text, since }: SaidSince): Plan | null {
  for (const { kind, pattern } of FORMS) {
    const match = pattern.exec(text);
    const plan =
      match && listed(frame, { kind, since, who: Object.values(match.groups ?? {}).find(Boolean) });
    if (plan) return plan;
  }
  return null;
}

type Asked = { kind: Kind; since: SaidSince['since']; who: string | undefined };

const EVERYBODY =
  /^(?:(?:all\s+)?(?:the\s+|our\s+|my\s+)?(?:customers|people|contacts|ones|clients)|them|they|those|us)$/iu;

/** Of the campaign at hand, unless some customers or a time are named. */
function listed(frame: Frame, { kind, since, who }: Asked): Plan | null {
  // "how many hotels are there that complained": customers are counted.
  if (/\b(?:who|that|which)$/iu.test(who ?? '')) return null;
  const named = who && !EVERYBODY.test(who) ? readWho(frame, who) : null;
  if (who && !EVERYBODY.test(who) && !named) return null;
  if (named && 'calls' in named) return named;
  // Without any of it another reading knows more.
  if (!named && !since && !('intent' in kind)) return null;
  const { campaign } = frame.input.thread;
  const of = named ? { filter: named.filter } : campaign && !since ? { campaignId: campaign.id } : {};
  const args = { ...of, ...kind, ...(since ? { since } : {}) };
  return calling(frame, [{ name: 'list_replies', args }], sinceWords(since));
}
