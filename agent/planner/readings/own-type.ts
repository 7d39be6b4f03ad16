// A kind of campaign of the workspace's own, said in one sentence with its letter.
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading, saying } from './reading.ts';

const ADDING =
  /^\s*(?:please\s+|(?:can|could)\s+(?:you|we)\s+)?(?:(?:(?:i|we)(?:['’]d)?\s+(?:would\s+)?(?:want|need|like)\s+(?:to\s+)?)?(?:add|create|make|save|define|set\s+up|introduce)\s+(?:an?\s+|the\s+|our\s+)?(?:new\s+|own\s+)*|(?:(?:i|we)\s+(?:want|need)\s+)?(?:an?\s+|our\s+)?(?:new|own)\s+)(?:campaign\s+type|type\s+of\s+campaign|kind\s+of\s+campaign)\b\s*(?:called|named|for)?\s*:?\s*(?<rest>[\s\S]*)$/iu;
const NAMED =
  /^(?:["“'](?<quoted>[^"”']{2,60})["”']|(?<plain>[^:(,"“]{2,60}))\s*(?<how>[^:"“]{0,160})?(?:\s*:\s*(?<letter>[\s\S]+))?$/u;
const SUBJECT =
  /^["“]?\s*subject\s*:\s*(?<subject>[^\n;]+?)(?:[;\n]|(?<=[.!?])\s)\s*(?:text\s*:\s*)?(?<text>[\s\S]+)$/iu;
const HOW =
  'Say it with its letter, whose last sentence asks its reader for something: “add a campaign type "Menu tasting", to purchasing, marketing: We have a new menu for {{ customer.name }}. Please reply with a date to taste it.”';
/** How it is, before its letter: for whom, on what it rests, in which tone. */
const TRAIT =
  /^\s*(?:and\s+)?(?:(?:(?<also>also|if possible|ideally|and also)\s+)?(?:to|for|addressed to|sent to|goes to|roles?:?)\s+(?<whom>[^:;,."“(]{2,80}?)|(?:an?\s+|as\s+(?:an?\s+)?)?(?<purpose>service|marketing)(?:\s+(?:message|notice|type|campaign))?|(?:in\s+an?\s+)?(?<tone>formal|casual)(?:\s+tone)?)\s*(?<end>[,;:]|\.(?=\s|$)|$|(?=\sand\s+(?:also|to|for|service|marketing|formal|casual)\b))/iu;

/** Its name, whether it is marketing unless it is called a service, and its letter: the last sentence is what it asks for. */
export const readOwnType: Reading = (frame) => {
  const rest = ADDING.exec(frame.sentence)?.groups?.rest;
  if (rest === undefined) return null;
  const { quoted, plain, how = '', letter = '' } = NAMED.exec(rest.trim())?.groups ?? {};
  const label = (quoted ?? plain ?? '').trim();
  const before = readTraits(frame, how.replace(/^[\s,(]+|[\s),]+$/g, ''));
  if (before.left) return saying(frame, `I did not understand “${before.left}” of the new type. ${HOW}`);
  const { traits, left } = readTraits(frame, letter, before.traits);
  if (traits.unknown) return saying(frame, `I know no role “${traits.unknown}”. ${ROLES}`);
  const said = lettersOf(left);
  if (!label || !said) return saying(frame, HOW);
  return adding(frame, { label, traits, subject: `${label}: {{ customer.name }}`, ...said });
};

/** What it says and what it asks for, with a subject where one is given; null where one of the two is missing. */
export function lettersOf(text: string): { subject?: string; opening: string; ask: string } | null {
  const own = SUBJECT.exec(text)?.groups;
  const [opening, ask] = partsOf((own?.text ?? text).trim().replace(/^["“]([\s\S]*)["”]$/u, '$1'));
  return opening && ask ? { ...(own?.subject ? { subject: own.subject } : {}), opening, ask } : null;
}

type Traits = {
  required: readonly string[];
  recommended: readonly string[];
  purpose: string | null;
  tone: string | null;
  /** Whom it should reach, where nobody is called so. */
  unknown: string | null;
};
const NONE: Traits = { required: [], recommended: [], purpose: null, tone: null, unknown: null };

/** What stands before the letter, trait by trait; `left` is from the first that is none. */
export function readTraits(frame: Frame, text: string, traits: Traits = NONE) {
  let [left, known] = [text, traits];
  for (let found = TRAIT.exec(left); left && found; found = TRAIT.exec(left)) {
    const { whom, also, purpose, tone } = found.groups ?? {};
    const told = whom ? withWhom(frame, { traits: known, whom, isAlso: also !== undefined }) : known;
    if (!told) break;
    known = {
      ...told,
      purpose: purpose?.toLowerCase() ?? told.purpose,
      tone: tone?.toLowerCase() ?? told.tone,
    };
    left = left.slice(found[0].length).trimStart();
  }
  return { traits: known, left };
}

type Whom = { traits: Traits; whom: string; isAlso: boolean };

/** Null where it is no role and was not meant as one: "To all our guests, …" opens a letter. */
function withWhom(frame: Frame, { traits, whom, isAlso }: Whom): Traits | null {
  const { roles, unknown } = readFrame(`to ${whom}`, frame.input);
  if (roles.length > 0 && unknown.length === 0) {
    const of = isAlso ? 'recommended' : 'required';
    return { ...traits, [of]: [...traits[of], ...roles] };
  }
  return /\b(?:contacts?|managers?|directors?|person|role)\b/iu.test(whom)
    ? { ...traits, unknown: whom }
    : null;
}

const ROLES =
  'There are general manager, purchasing, finance, food and beverage, IT, operations, owner and marketing.';

type Own = { label: string; traits: Traits; subject: string; opening: string; ask: string };

function adding(frame: Frame, { label, traits, subject, opening, ask }: Own): Plan {
  const { required, recommended, purpose, tone } = traits;
  const type = {
    ...{ label, callToAction: ask.slice(0, 200), letter: { subject, opening, ask } },
    purpose: purpose ?? 'marketing',
    ...(tone === 'casual' ? { defaultTone: 'casual' } : {}),
    ...(required.length + recommended.length > 0 ? { roles: { required, recommended } } : {}),
  };
  return calling(frame, [{ name: 'save_campaign_type', args: { type } }]);
}

/** All but the last sentence, and that. */
function partsOf(text: string): [string, string] {
  const at = [...text.matchAll(/(?<=[.!?。])\s+(?=\S)/gu)].at(-1);
  return at ? [text.slice(0, at.index).trim(), text.slice(at.index).trim()] : ['', ''];
}
