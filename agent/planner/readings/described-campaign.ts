// Which campaigns some words describe: "the Hilton campaign", "last week's newsletter", "what I sent this morning".
import type { Vocabulary } from '../../../core/vocabulary.ts';
import { todayIn } from '../../../lib/dates.ts';
import { fold } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import { stems } from '../tokens.ts';
import { cutSince } from './desk-since.ts';

export type KnownCampaign = Vocabulary['campaigns'][number];
/** `words`: as it was described; `since`: the day since which it was made, where one was said; `isLast`: the newest alone. */
export type Described = {
  campaigns: readonly KnownCampaign[];
  words: string;
  since: string | null;
  isLast: boolean;
};

const NOUNS = stemmed(
  'campaign mailing newsletter blast send mailshot draft message mail email letter notice note one thing',
);
const SMALL = stemmed('the my our that this a an for to about of from in with and by all every each');
const LAST = stemmed('last latest previous recent newest most very');
const MADE =
  /\b(?:(?:that|which)\s+)?(?:i|we)\s+(?:have\s+|had\s+)?(?:just\s+)?(?:started|sent(?:\s+out)?|made|created|launched|scheduled|prepared|set\s+up|began)\b|^what(?=\s)/giu;

/** Null when the words describe no campaign, or only the one at hand ("the campaign"). */
export function describedCampaigns(frame: Frame, said: string): Described | null {
  const { input } = frame;
  const { campaigns, types } = input.vocabulary;
  const name = fold(said.replace(/^(?:(?:the|our|my)\s+)?(?:campaign\s+)?["“'](.+)["”']$/iu, '$1'));
  const exact = campaigns.filter((one) => fold(one.name) === name);
  if (exact.length > 0) return { campaigns: exact, words: said, since: null, isLast: false };
  const timed = cutSince(frame, said);
  if (!timed) return null;
  const plain = timed.text.replaceAll(/[’']s\b/gu, '');
  const text = plain.replaceAll(MADE, ' ');
  const isMade = text !== plain;
  const words = stems(text);
  const isLast = words.some((word) => LAST.has(word));
  const told = words.filter((word) => ![SMALL, LAST, NOUNS].some((those) => those.has(word)));
  const ofType = (key: string) =>
    new Set(types.filter((type) => type.key === key).flatMap((type) => (type.words.en ?? []).flatMap(stems)));
  const isTyped = types.some((type) =>
    (type.words.en ?? []).some((phrase) => ` ${told.join(' ')} `.includes(` ${stems(phrase).join(' ')} `)),
  );
  const isNoun = words.some((word) => NOUNS.has(word));
  const isPicked = told.length > 0 || isMade || isLast || timed.since !== null;
  if (!isPicked || !(isNoun || isMade || isTyped)) return null;
  const fitting = campaigns.filter((one) => {
    const known = new Set([...stems(one.name), ...ofType(one.type)]);
    return (
      told.every((word) => known.has(word)) &&
      (!timed.since || todayIn(new Date(one.createdAt), input.timeZone) >= timed.since)
    );
  });
  // What may be said of the one at hand is read as such.
  if (fitting.length === 0 && (input.thread.campaign || !isNoun)) return null;
  return { campaigns: fitting, words: said, since: timed.since, isLast };
}

function stemmed(words: string): ReadonlySet<string> {
  return new Set(stems(words));
}

/** Those of them that stand so; the newest of these, where the last is meant: a newer draft did not go out. */
export function standingSo(
  { campaigns, isLast }: Described,
  ...stands: readonly string[]
): readonly KnownCampaign[] {
  const those = campaigns.filter(({ status }) => stands.includes(status));
  return isLast
    ? those.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt)).slice(0, 1)
    : those;
}
