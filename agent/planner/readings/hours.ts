// "Maintenance on 3 December from 02:00 to 04:00": hours with a beginning and an end are when something happens, which belongs
// to what a message is about; it goes out at one.
import type { Plan, PlannerInput } from '../types.ts';
import type { Reading } from './reading.ts';

const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h))?|\d{1,2}\s*(?:am|pm|uhr|h)`;
const HOURS = new RegExp(
  String.raw`[,\s]+(?<hours>(?:(?:from|between|von|zwischen|de|entre)\s+)?(?:${CLOCK})\s*(?:to|until|till|and|bis|und|à|a|y|et|e|–|-)\s*(?:${CLOCK}))(?![\d\p{L}:])`,
  'iu',
);
/** “Send it between 9:00 and 11:00”: when, not what. */
const SENDS = /\b(?:send|sent|sending|deliver\w*|goes?\s+out|arrive|land|call)\b[^,;.]{0,40}$/iu;
const LONGEST = 300;

export const readHours =
  (plan: (sentence: string, input: PlannerInput) => Plan): Reading =>
  ({ sentence, input }) => {
    const found = HOURS.exec(sentence);
    if (!found || sentence.length > LONGEST || /[\n:]\s|["“{]/u.test(sentence)) return null;
    const before = sentence.slice(0, found.index);
    if (SENDS.test(before)) return null;
    const { hours = '' } = found.groups!;
    const planned = plan(`${before}${sentence.slice(found.index + found[0].length)}`, input);
    const [first, ...more] = planned.calls;
    if (planned.question && planned.calls.length === 0) return asked(planned, hours);
    const topic = first?.name === 'draft_campaign' && first.args.topic;
    if (typeof topic !== 'string') return null;
    return {
      ...planned,
      calls: [
        { ...first!, args: { ...first!.args, topic: backIn(topic, before, hours).slice(0, 500) } },
        ...more,
      ],
    };
  };

/** Behind the words that they stood behind; "bangkok time" follows them. */
function backIn(topic: string, before: string, hours: string): string {
  const last = before.trim().split(/\s+/).slice(-2).join(' ');
  const at = topic.lastIndexOf(last);
  const end = at < 0 ? topic.length : at + last.length;
  return `${topic.slice(0, end)} ${hours}${topic.slice(end)}`;
}

/** Only where what the message is about stands in the choices. */
function asked({ question, ...planned }: Plan, hours: string): Plan | null {
  const choices = (question?.choices ?? []).filter(({ say }) => ABOUT.test(say));
  if (!question || choices.length === 0 || choices.length < question.choices.length) return null;
  const withHours = ({ label, say }: (typeof choices)[number]) => ({
    label,
    say: say.replace(ABOUT, (_, words: string) => `"${words} ${hours}"`),
  });
  return { ...planned, question: { ...question, choices: choices.map(withHours) } };
}
const ABOUT = /"([^"]+)"/u;
