import type { Field } from '../fields/field.ts';
import type { Clause, Ends } from './filter.ts';
import type { Reading } from './parse-clause.ts';
import { parseDays } from './parse-days.ts';
import { readEnds } from './parse-ends.ts';
import { parseMoney, parseNamed } from './parse-value.ts';
import type { FilterWords } from './say-value.ts';
import { splitWords, unquoted } from './split-words.ts';

type Known = { field: Field; label: string; words: FilterWords };

export function* parseDidOrTop(said: string, known: Known): Generator<Reading> {
  const top = known.field.key === 'random' ? drawn(said) : ranked(said, known);
  if (top) yield { clause: top, isNegated: false };
  if (known.field.kind !== 'event') return;
  const isNegated = said.startsWith('not ');
  const clause = did(isNegated ? said.slice(4) : said, known);
  if (clause) yield { clause, isNegated };
}

function did(said: string, { field, label, words }: Known): Clause | null {
  if (said !== label && !said.startsWith(`${label} `)) return null;
  let rest = said.slice(label.length);
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(rest);
    if (!found) return null;
    rest = rest.slice(found[0].length);
    return found[1]!;
  };
  rest = rest.replace(/^ (at least|at most|exactly) once(?= |$)/, ' $1 1 times');
  const times = ends(take(/^ ((?:from \d+ to \d+|(?:at least|at most|exactly) \d+)) times/), Number);
  const money = (text: string) => parseMoney(text, words.currency);
  const total = ends(take(/^ for ((?:from \S+ \S+ to \S+ \S+|(?:at least|at most|exactly) \S+ \S+))/), money);
  const campaign = rest.startsWith(' in campaign ') ? campaignAt(rest.slice(13)) : null;
  const campaignId = campaign && parseNamed(campaign, words.campaigns);
  if (campaign) rest = rest.slice(13 + campaign.length);
  const days = rest === '' ? { from: null, to: null } : parseDays(rest.slice(1));
  if (!days || times === null || total === null || (campaign && !campaignId)) return null;
  return {
    op: 'did',
    field: field.key,
    ...days,
    ...(campaignId ? { campaignId } : {}),
    ...(times ? { times } : {}),
    ...(total ? { total } : {}),
  };
}

const campaignAt = (rest: string): string => splitWords(rest, [' '])[0]!;

/** Undefined when nothing was said, null when it cannot be read. */
const ends = (said: string | null, read: (text: string) => number | null): Ends | undefined | null =>
  said === null ? undefined : readEnds(said, read);

const SIZE = String.raw`(\d+(?:\.\d+)?(?:e-?\d+)?)(%?)`;
const DRAWN = new RegExp(`^${SIZE} drawn at random, seed (“.*)$`, 's');
const RANKED = new RegExp(`^the ${SIZE} with the (highest|lowest) (.*)$`, 's');

const size = (count: string, percent: string) =>
  percent ? { percent: Number(count) } : { count: Number(count) };

function drawn(said: string): Clause | null {
  const found = DRAWN.exec(said);
  const seed = found && unquoted(found[3]!);
  return seed ? { op: 'top', field: 'random', end: 'highest', ...size(found[1]!, found[2]!), seed } : null;
}

function ranked(said: string, { field, label }: Known): Clause | null {
  const found = RANKED.exec(said);
  if (!found || found[4] !== label) return null;
  const end = found[3] === 'lowest' ? 'lowest' : 'highest';
  return { op: 'top', field: field.key, end, ...size(found[1]!, found[2]!) };
}
