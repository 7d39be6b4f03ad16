// What a message is about, right behind the word for it: "an announcement for tent week", "cross-sell of bike lights to
// …", "back in stock: trail shoes", "an invitation to our lantern walk". Whoever gets it is said elsewhere.
import { type Item, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import { recogniseType } from '../recognise/words.ts';
import { isMessageWord } from './message-words.ts';
import type { Opening } from './opening.ts';

/** Things that take place or are sold; never a word for people. */
const THINGS = new Set(
  `week weekend day night evening morning party walk tour run ride hike trip festival fair sale sales event workshop
   webinar training demo breakfast lunch dinner brunch drinks tasting concert show exhibition launch opening reopening
   season integration feature control app portal dashboard tool update version release playlist playlists player firmware
   invoice invoices bill bills payment payments order maintenance outage migration relaunch barbecue bbq celebration
   meetup conference roadshow clearance collection range edition house`.split(/\s+/),
);
/** Types that speak of one thing: "back in stock", "upsell". */
const OF_A_THING = new Set([
  'back_in_stock',
  'cross_sell',
  'upsell',
  'feature',
  'abandoned_order',
  'voucher',
  'event',
]);
const PEOPLE =
  /^(?:group|tier|club|segment|crowd|team|folks?|bunch|lot|list|set|community|audience|public|staff|people|chain|brand|family|owner|manager|reseller|franchise|customer|client|member|guest|partner|lovers?|fans?)s?$/i;

export function themeAt(reader: Reader, at: number): Opening | null {
  return soldAt(reader, at) ?? themedAt(reader, at);
}

function themedAt(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const link = tokens[at]!;
  if (at === 0 || !LINKS.has(link.text.toLowerCase())) return null;
  const type = typeBefore(reader, at);
  const isMessage = type !== null || isMessageWord(reader, tokens[at - 1]!.stem);
  if (!isMessage && !INVITING.test(tokens[at - 1]!.word)) return null;
  const end = endOf(reader, at + 1);
  const own = tokens.slice(at + 1, end);
  const items = readItems({ ...reader, tokens: own });
  const last = own.at(-1)?.word ?? '';
  const isThing = THINGS.has(last) && items.every(colours);
  const isOneThing =
    type !== null &&
    OF_A_THING.has(type) &&
    items.some(({ kind }) => kind === 'unknown') &&
    items.every(colours) &&
    !own.some(({ word }) => PEOPLE.test(word)) &&
    // "for the red harness" is one thing, "for the resellers" are people.
    (link.word !== 'for' || !/s$/.test(last) || /ss$/.test(last)) &&
    link.word !== 'to';
  const isInvitation = link.word === 'to' ? INVITING.test(tokens[at - 1]!.word) || type === 'event' : true;
  const isTheme = own.length > 0 && isInvitation && (isThing || isOneThing);
  return isTheme && namesSomebody(reader, { at, end })
    ? { at, start: at + 1, end, last: end, needsRest: false }
    : null;
}

/** "cross-sell helmets to the cyclists": the thing right behind the verb, and "to" behind it. */
function soldAt(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const type = at > 0 && !LINKS.has(tokens[at]!.text) ? typeBefore(reader, at) : null;
  if (type !== 'upsell' && type !== 'cross_sell') return null;
  const stop = tokens.findIndex(({ word, kind }, i) => i >= at && (word === 'to' || kind === 'mark'));
  const to = stop < 0 ? tokens.length : stop;
  const isLed = /^(?:an?|the|another|one|extra|additional|more)$/.test(tokens[at]?.word ?? '');
  if (to <= at || !(tokens[to]?.word === 'to' || isLed)) return null;
  const items = readItems({ ...reader, tokens: tokens.slice(at, to) });
  const isThing = items.some(({ kind }) => kind === 'unknown') && items.every(colours);
  return isThing && namesSomebody(reader, { at, end: to })
    ? { at, start: at, end: to, last: to, needsRest: false }
    : null;
}

const LINKS = new Set(['of', 'for', 'to', ':']);
const INVITING = /^(?:invitations?|invites?)$/;

/** The type whose words end right before a place. */
function typeBefore(reader: Reader, at: number): string | null {
  for (let start = Math.max(0, at - 4); start < at; start++) {
    const found = recogniseType(reader, start);
    const end = found && MESSAGE.test(reader.tokens[found.end]?.word ?? '') ? found.end + 1 : found?.end;
    if (found?.item.kind === 'type' && end === at) return found.item.type;
  }
  return null;
}
const MESSAGE = /^(?:campaign|message|notice|note|mail|email|announcement|reminder|invitation|letter)$/;

const ENDS = new Set('to for on in at by via with from this next tomorrow starting and'.split(' '));

/** Where the thing ends: at a mark, or where who, when or how is said. */
function endOf({ tokens }: Reader, start: number): number {
  const end = tokens.findIndex(({ kind, word }, at) => at >= start && (kind === 'mark' || ENDS.has(word)));
  return end < 0 ? tokens.length : end;
}

/** A word of the thing's name: unknown, or one that names somebody only by itself ("the red climbing harness"). */
const colours = (item: Item, at: number, all: readonly Item[]): boolean =>
  item.kind === 'unknown' ||
  item.kind === 'period' ||
  item.kind === 'channel' ||
  (item.kind === 'word' && !isWord(item, 'nouns') && !isWord(item, 'operators')) ||
  (item.kind === 'clause' &&
    !item.isHead &&
    item.facet !== 'place' &&
    ['unknown', 'period', 'word'].includes(all[at + 1]?.kind ?? ''));

const namesSomebody = (reader: Reader, { at, end }: { at: number; end: number }): boolean =>
  [reader.tokens.slice(0, at), reader.tokens.slice(end)].some((tokens) =>
    readItems({ ...reader, tokens }).some(
      (item) =>
        item.kind === 'clause' ||
        item.kind === 'customer' ||
        isWord(item, 'nouns', 'everybody') ||
        /^(?:them|those|these)$/i.test(item.text),
    ),
  );
