// What stands before the verb of a request without a mark between: "I was wondering if you could list …", "our CEO just
// asked me to draft …". It speaks of whoever asks; whom the request is about is said behind its verb.
import { isCue, isWord } from '../items.ts';
import { PURPOSES, SPOKESMEN } from '../lexicon/en-asides.ts';
import { isFirstName } from '../names/first-name.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import { namesSomebody } from './aside.ts';

const REQUESTS = ['show', 'count', 'which', 'send', 'tell', 'draft'];
/** The last word before the verb. */
const LAST = new Set(
  'to could can should would might must may please and but just me us maybe perhaps so then now also reference purposes reason reasons curious wondering wonder anyway'.split(
    ' ',
  ),
);
const SPEAKING = new Set(
  "i we you me us my our it it'd that'd you'd he she his her boss ceo manager management be let could would can sorry not for".split(
    ' ',
  ),
);
// Longer than any lead-in; what goes on longer says something.
const LONGEST = 16;

/** How many words to pass over; 0 where the request begins at once. */
export function leadInOf(reader: Reader): number {
  const { tokens } = reader;
  const asker = askerOf(reader) || purposeOf(reader);
  if (asker > 0) return asker;
  for (let at = 1; at < Math.min(tokens.length - 1, LONGEST); at++) {
    if (tokens[at]!.kind === 'mark') return 0;
    // "I need to know" is the request itself.
    if (tokens[at]!.word === 'know' || !beginsRequest(reader, at)) continue;
    const words = tokens.slice(0, at);
    if (
      WISHING.test(tokens[at]!.word) &&
      // "Tomas needs a list of …"
      words.every(({ word }) => isSpokesman(word) || isFirstName(word, reader.input))
    )
      return at;
    if (!LAST.has(tokens[at - 1]!.word)) continue;
    const items = readItems({ ...reader, tokens: words });
    const isLead =
      words.some(({ word }) => SPEAKING.has(word)) &&
      !items.some(
        (item) =>
          namesSomebody(item) ||
          isWord(item, 'nouns') ||
          item.kind === 'period' ||
          isCue(
            item,
            'show',
            'count',
            'draft',
            'send',
            'tell',
            'drop',
            'add',
            'narrow',
            'change',
            'stop',
            'test',
          ),
      );
    return isLead ? at : 0;
  }
  return 0;
}

/** "boss asks how many …", "my boss wants to know which …": whose question it is, before the question. */
function askerOf(reader: Reader): number {
  const { tokens, input } = reader;
  const verb = tokens.findIndex(({ word }, at) => at > 0 && at < 5 && WONDERING.test(word));
  if (verb < 0 || !tokens.slice(0, verb).every(({ word }) => isSpokesman(word) || isFirstName(word, input)))
    return 0;
  const question = skipWords(reader, verb + 1, [
    'to',
    'know',
    'me',
    'us',
    'if',
    'you',
    'can',
    'tell',
    'him',
    'her',
  ]);
  return /^(?:how|which|who)$/.test(tokens[question]?.word ?? '') ? question : 0;
}
const WONDERING = /^(?:asks?|asked|wants?|wanted|wonders?|wondered|needs?)$/;

/** "for the quarterly review I need …": what it is wanted for, by no name of a customer. */
function purposeOf(reader: Reader): number {
  const { tokens } = reader;
  const first = skipWords(reader, 0, ['ahead', 'in', 'time', 'preparation']);
  if (!PURPOSE.test(tokens[first]?.word ?? '') || !OF_OURS.test(tokens[first + 1]?.word ?? '')) return 0;
  const noun = tokens.findIndex(({ word }, at) => at > 1 && at < 7 && PURPOSES.has(word));
  const next = tokens[noun + 1];
  if (noun < 0 || !next || !(next.text === ',' || SPEAKING.has(next.word) || beginsRequest(reader, noun + 1)))
    return 0;
  const items = readItems({ ...reader, tokens: tokens.slice(1, noun) });
  return items.some(({ kind }) => kind === 'clause' || kind === 'customer') ? 0 : noun + 1;
}
const PURPOSE = /^(for|before|of|until|after|during)$/;
const OF_OURS = /^(the|my|our|this|a|an|tomorrow|today|monday|tuesday|wednesday|thursday|friday)$/;

/** "finance wants to know who …", "my boss needs a list of …": who asks, not who is asked for. */
const WISHING = /^(wants?|needs?|would|asks?|asked|wishes|wanted|needed|likes)$/;
const isSpokesman = (word: string): boolean =>
  SPOKESMEN.has(word) ||
  /^(my|our|the|team|department|lead|people|lady|guy|guys|office|colleagues?)$/.test(word);

const beginsRequest = (reader: Reader, at: number): boolean =>
  /^(i|we) (need|want)|^please /.test(`${reader.tokens[at]!.word} ${reader.tokens[at + 1]?.word} `) ||
  (phraseAt(reader, at, 'cues')?.value.some(({ value }) => REQUESTS.includes(value)) ?? false);
