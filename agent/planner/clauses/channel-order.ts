// "by WhatsApp if they have it, otherwise by e-mail", "e-mail as a fallback", "LINE for those without WhatsApp": which way
// goes before which other. A campaign tries its channels in their order, so that what stands between them adds nothing, and
// read as conditions of the customers it would be wrong.

import type { Reader } from '../reader.ts';
import { channelAt } from '../recognise/reach.ts';
import type { Token } from '../tokens.ts';

const any = (...phrases: string[]): string => `(?:${phrases.join('|')})`;

const WAY = 'CHANNEL(?: (?:address|number|account|contact))?';
const THEY = any(
  'they',
  'there',
  'someone',
  'somebody',
  'anyone',
  'people',
  'customers',
  'contacts',
  'it',
  'that',
  'one',
  WAY,
);
const HAVE = any('have', 'has', 'is', 'are', 'got', 'have got', 'use', 'uses', 'exists');
const NOT = any(
  "don'?t have",
  "doesn'?t have",
  'do not have',
  'does not have',
  "haven'?t got",
  "isn'?t",
  'is not',
  "don'?t use",
  'do not use',
  'lack',
  'lacks',
  "doesn'?t work",
  'does not work',
  "can'?t be reached by",
  'fails',
);
const MISSING = any(
  'none',
  'not',
  `no ${WAY}`,
  `any ${WAY}`,
  'any',
  'one',
  'it',
  WAY,
  'available',
  'possible',
);
/** "they have no WhatsApp", "not available", "without WhatsApp" */
const LACKING = any(
  `${THEY} ${HAVE} ${any('none', 'no', `no ${WAY}`)}`,
  `${THEY} ${NOT}(?: ${MISSING})?`,
  `${any('without', 'with no', 'who have no', 'who lack')} ${any(WAY, 'it', 'one', 'that')}`,
  `who ${NOT}(?: ${MISSING})?`,
  `no ${WAY}`,
  `not(?: ${any('available', 'possible', 'there')})?`,
  'that fails',
);
const IF = any(
  'if',
  'where',
  'when',
  'whenever',
  'in case',
  `(?:for )?${any('those', 'those who', 'people', 'customers', 'whoever', 'anyone', 'everyone', 'the ones')}`,
);
const REST =
  'for (?:all )?(?:the )?(?:rest|others|other ones|remaining ones|everyone else|everybody else|anyone else)';
const FIRST = any(
  'first',
  'preferably',
  'ideally',
  `${any('if', 'where', 'when', 'wherever', 'whenever')} (?:${any('possible', 'available', 'we can', 'they have it', 'they have one', 'they have CHANNEL', 'there is one', 'it works')})`,
);
const THEN = any(
  'otherwise',
  'or else',
  'else',
  'if not',
  'failing that',
  'then',
  `${IF} ${LACKING}`,
  `${REST}`,
);
const JOIN = '(?: ?[,;:(–-])?(?: (?:and|or|but))?(?: ,)?';
const BY = any('by', 'via', 'on', 'over', 'through', 'use', 'using', 'with', 'take', 'an', 'a');
const AS = any(
  'as (?:an? |the |our )?(?:fallback|fall back|backup|back up|second choice|second option|alternative|plan b)',
  'only if needed',
);

/** From behind the first channel to the end of what makes the other the second: at least one of them says so. */
const ORDER = new RegExp(
  `^${any(
    `(?: ${FIRST})?${JOIN}(?: only)? ${THEN}(?: ,)?(?: ${BY})* (?<second1>CHANNEL)`,
    `(?: ${FIRST})${JOIN}(?: ${BY})* (?<second2>CHANNEL)(?: (?:${IF} ${LACKING}|${REST}|${AS}|second))?`,
    `(?: ${FIRST})?${JOIN}(?: ${BY})* (?<second3>CHANNEL) (?:${IF} ${LACKING}|${REST}|${AS})`,
  )}(?= |$)`,
  'd',
);

/** Behind a second channel, wherever the first one stands. */
const CONDITION = new RegExp(`^ (?:${IF} ${LACKING}|${REST}|${AS})(?= |$)`);

/** The words without those that only say which of two channels is tried first. */
export function withoutOrder(reader: Reader): readonly Token[] {
  const channels = reader.tokens.flatMap((_, at) => {
    const found = channelAt(reader, at);
    return found ? [{ at, end: found.end }] : [];
  });
  const drop = new Set<number>();
  for (const [i, { end }] of channels.entries()) {
    const { text, places } = written(reader.tokens, end, channels);
    const order = i < channels.length - 1 ? ORDER.exec(text) : null;
    const condition = i > 0 ? CONDITION.exec(text) : null;
    const match = order ?? condition;
    if (!match || drop.has(end)) continue;
    const kept = channels.find(({ at }) => at === secondAt(order, places));
    for (let at = end; at < placeAt(places, match[0].length); at++)
      if (!kept || at < kept.at || at >= kept.end) drop.add(at);
  }
  return drop.size > 0 ? reader.tokens.filter((_, at) => !drop.has(at)) : reader.tokens;
}

const secondAt = (order: RegExpExecArray | null, places: Places): number | null => {
  const groups = Object.values(order?.indices?.groups ?? {});
  const found = groups.find((group) => group !== undefined);
  return found ? placeAt(places, found[0]) : null;
};

type Span = { at: number; end: number };
/** Where each word begins, and the token that it is. */
type Places = readonly { from: number; at: number }[];

/** What follows a place, each channel as one word; `places` are where its words begin. */
function written(tokens: readonly Token[], start: number, channels: readonly Span[]) {
  const places: { from: number; at: number }[] = [];
  let text = '';
  for (let at = start; at < tokens.length; ) {
    const channel = channels.find((one) => one.at === at);
    text += ' ';
    places.push({ from: text.length, at });
    text += channel ? 'CHANNEL' : tokens[at]!.word;
    at = channel?.end ?? at + 1;
  }
  places.push({ from: text.length + 1, at: tokens.length });
  return { text, places };
}

/** The first token that begins at or behind a sign. */
const placeAt = (places: Places, sign: number): number => places.find(({ from }) => from >= sign)!.at;
