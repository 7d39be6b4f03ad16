// "that we now have jazz" is what a message says, "that are in Bangkok" describes customers.
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { type Reader, textOf } from '../reader.ts';
import type { Token } from '../tokens.ts';
import { isTold } from './opening.ts';

const SUBJECTS = new Set([
  'we',
  'our',
  'the',
  'there',
  'from',
  'starting',
  'they',
  'their',
  'you',
  'your',
  'a',
  'an',
  'this',
  'new',
  'it',
  'i',
  'my',
]);

const RELATIVE = new Set(
  'are is have has use uses do does did were was expire expires expired lapsed end ends run runs started signed belong belongs lie sit pay renew renewed not with in opened bought can will'.split(
    ' ',
  ),
);

// "hotels that are in Bangkok": a verb follows. After a verb of telling anything else is what is told.
export const isRelative = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]!.word;
  if (isOurDoing(tokens, at) || isTheirDoing(tokens, at)) return true;
  return RELATIVE.has(next) || (!isTold(tokens, at) && !SUBJECTS.has(next));
};

/** "hotels that I visited last month": what one of us did to them, after a verb that tells nothing. */
const isOurDoing = (tokens: readonly Token[], at: number): boolean => {
  const [who, verb] = [tokens[at + 1]!.word, tokens[at + 2]?.word ?? ''];
  return !isTold(tokens, at) && (who === 'i' || (who === 'we' && MEETING.test(verb)));
};
export const MEETING =
  /^(visited|met|saw|spoke|called|signed|onboarded|lost|won|talked|know|love|like|upset|forgot|mailed|wrote|toured|serviced|trained)$/;

/** "hotels that the boss visited": it ends with what was done to them. "that the new menu is loved" is told. */
function isTheirDoing(tokens: readonly Token[], at: number): boolean {
  if (isTold(tokens, at)) return false;
  const rest = tokens.slice(at + 1);
  const mark = rest.findIndex(({ kind }) => kind === 'mark');
  const said = (mark < 0 ? rest : rest.slice(0, mark)).map(({ word }) => word);
  const last = /^(?:over|up|off|with|about|to)$/.test(said.at(-1) ?? '') ? said.at(-2) : said.at(-1);
  return (
    said.length > 1 &&
    said.length < 6 &&
    (MEETING.test(last ?? '') || DONE_TO.test(last ?? '')) &&
    !said.some((word) => FINITE.has(word) && word !== last)
  );
}
const DONE_TO =
  /^(?:likes|loves|knows|prefers?|hates?|took|picked|chose|chooses?|mentioned|recommended|suggested|wants?|runs?|owns?|manages?)$/;

/** "hotels that we have not written to in May": what was done to them. */
export const describes = (reader: Reader, at: number): boolean => {
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at) });
  return first?.kind === 'clause' && first.facet === 'event' && !isTold(reader.tokens, at);
};

/** French has one word for both: "les clients sur Soundtrack" says what they are on. */
export function isSurOn(reader: Reader, at: number): boolean {
  if (!/^sur$/i.test(textOf(reader, at, at + 1))) return false;
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at + 1) });
  return first?.kind === 'clause' && !first.isHead && first.facet !== 'place';
}

const MEALS = /^(?:breakfast|brunch|lunch|coffee|tea|dinner|drinks?|cocktails|champagne|cake)$/;

/** "invite all gyms to our webinar", "an invitation to our dinner", "… to join us for lunch": where what they are invited to begins. */
export function invitedTo(tokens: readonly Token[], at: number): number | null {
  const isInviting = tokens.slice(0, at).some(({ word }) => /^(?:invite|inviting)$/.test(word));
  if (at < 2 || !(isInviting || isSentTo(tokens, at)) || !['to', 'for'].includes(tokens[at]!.word))
    return null;
  const words = tokens.slice(at + 1, at + 4).map(({ word }) => word);
  const joined = /^(?:join|attend|come) (?:us )?(?:to |for |at )?/.exec(`${words.join(' ')} `)?.[0];
  const start = at + 1 + (joined ? joined.trim().split(' ').length : 0);
  const first = tokens[start]?.word ?? '';
  return ['our', 'the', 'a', 'an', 'my'].includes(first) || MEALS.test(first) ? start : null;
}

/** "send the gyms an invitation to …": whoever is invited stands before; "draft an invitation to our resellers" names them. */
const isSentTo = (tokens: readonly Token[], at: number): boolean =>
  /^(?:invitation|invite)$/.test(tokens[at - 1]!.word) &&
  /^(?:an?|the|our)$/.test(tokens[at - 2]?.word ?? '') &&
  at > 3 &&
  !/^(?:send|draft|write|make|create|prepare|do|compose|design|need|want|me)$/.test(tokens[at - 3]!.word);
