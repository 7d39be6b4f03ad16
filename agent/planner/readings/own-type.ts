// A kind of campaign of the workspace's own, said in one sentence with its letter.
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { calling, type Reading, saying } from './reading.ts';

const ADDING =
  /^\s*(?:please\s+)?(?:add|create|make|save|define)\s+(?:an?\s+|the\s+|our\s+)?(?:new\s+|own\s+)*(?:campaign\s+type|type\s+of\s+campaign|kind\s+of\s+campaign)\b\s*(?:called|named|for)?\s*:?\s*(?<rest>[\s\S]*)$/iu;
const NAMED =
  /^(?:["“'](?<quoted>[^"”']{2,60})["”']|(?<plain>[^:(,"“]{2,60}?))\s*(?<how>[^:"“]{0,80})?(?:\s*:\s*(?<letter>[\s\S]+))?$/u;
const SUBJECT =
  /^["“]?\s*subject\s*:\s*(?<subject>[^\n;]+?)(?:[;\n]|(?<=[.!?])\s)\s*(?:text\s*:\s*)?(?<text>[\s\S]+)$/iu;
const HOW =
  'Say it with its letter, whose last sentence asks its reader for something: “add a campaign type "Menu tasting", marketing: We have a new menu for {{ customer.name }}. Please reply with a date to taste it.”';

/** Its name, whether it is marketing unless it is called a service, and its letter: the last sentence is what it asks for. */
export const readOwnType: Reading = (frame) => {
  const rest = ADDING.exec(frame.sentence)?.groups?.rest;
  if (rest === undefined) return null;
  const { quoted, plain, how = '', letter = '' } = NAMED.exec(rest.trim())?.groups ?? {};
  const label = (quoted ?? plain ?? '').trim();
  const own = SUBJECT.exec(letter)?.groups;
  const [opening, ask] = partsOf((own?.text ?? letter).trim().replace(/^["“]([\s\S]*)["”]$/u, '$1'));
  if (!label || !opening || !ask) return saying(frame, HOW);
  return adding(frame, {
    label,
    how,
    subject: own?.subject ?? `${label}: {{ customer.name }}`,
    opening,
    ask,
  });
};

type Own = { label: string; how: string; subject: string; opening: string; ask: string };

function adding(frame: Frame, { label, how, subject, opening, ask }: Own): Plan {
  const type = {
    ...{ label, callToAction: ask.slice(0, 200), letter: { subject, opening, ask } },
    purpose: /\bservice\b/i.test(how) ? 'service' : 'marketing',
    ...(/\bcasual\b/i.test(how) ? { defaultTone: 'casual' } : {}),
  };
  return calling(frame, [{ name: 'save_campaign_type', args: { type } }]);
}

/** All but the last sentence, and that. */
function partsOf(text: string): [string, string] {
  const at = [...text.matchAll(/(?<=[.!?。])\s+(?=\S)/gu)].at(-1);
  return at ? [text.slice(0, at.index).trim(), text.slice(at.index).trim()] : ['', ''];
}
