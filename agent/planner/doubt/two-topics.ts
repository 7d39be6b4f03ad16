// "email the Hiltons about the app, and the Marriotts about the prices": what each gets is told apart, and one draft would
// write the same to all of them.
import type { Frame } from '../frame.ts';
import { readItems } from '../read-items.ts';
import type { Question } from '../types.ts';

const LINK = /^(?:and|then|while|but|[,;.&+])$/;
const ABOUT = /^(?:about|regarding|concerning|that)$/;

export function twoTopics({ about, said, reader, sentence, input }: Frame): Question | null {
  if (!about || input.thread.campaign) return null;
  const from = said.findIndex(({ start }) => start >= about.start);
  const first = said.findIndex(({ word }, at) => at >= from && ABOUT.test(word)) === from ? from + 1 : from;
  for (let at = first + 1; at < said.length; at++) {
    // "the hotels in Phuket and Krabi that have a pool": it describes them, unless the first was told by "that", too.
    if (!ABOUT.test(said[at]!.word) || (said[at]!.word === 'that' && said[from]!.word !== 'that')) continue;
    const link = said.findLastIndex(({ text }, i) => i > from && i < at && LINK.test(text.toLowerCase()));
    if (link < 0 || link === at - 1) continue;
    const whom = readItems({ ...reader, tokens: said.slice(link + 1, at) });
    const isWhom =
      whom.some((item) => item.kind === 'clause' || item.kind === 'customer') &&
      whom.every((item) => ['clause', 'customer', 'mark', 'word'].includes(item.kind));
    if (!isWhom) continue;
    const lead = leadOf({ said, reader, sentence });
    const halves = [
      sentence.slice(0, said[link]!.start),
      `${lead}${sentence.slice(said[link]!.end).replace(/^[\s,;]*(?:(?:and|then|also)\s+)*/iu, '')}`,
    ].map((half) => half.replace(/[\s,;]+(?:and)?\s*$/iu, ''));
    return {
      text: 'Those are two campaigns, and each is a draft of its own. Which one first?',
      choices: halves.map((half) => ({ label: half, say: half })),
    };
  }
  return null;
}

/** "email the" of "email the Hiltons about …". */
function leadOf({ said, reader, sentence }: Pick<Frame, 'said' | 'reader' | 'sentence'>): string {
  const named = readItems({ ...reader, tokens: said }).find(
    ({ kind }) => kind === 'clause' || kind === 'customer',
  );
  const lead = named ? sentence.slice(0, said[named.start]!.start) : '';
  return lead.replace(/\b(?:the|all|our|my)\s+$/iu, '');
}
