// What was said of a customer and leaves open what shall be kept of it: "renewed until 2028", "has closed".
import { ask } from '../../doubt/ask.ts';
import type { Frame } from '../../frame.ts';
import type { Plan } from '../../types.ts';

type NameOf = (words: string, frame: Frame) => string | undefined;

const YEAR =
  /^(?<customer>.+?)\s+(?:has\s+|have\s+)?(?:just\s+|now\s+)?(?:renewed|extended|prolonged)(?:\s+(?:its|their|the)\s+contract)?\s+(?:until|till|to|through|for)\s+(?<year>20\d\d)$/iu;
const CLOSED =
  /^(?<customer>.+?)\s+(?:has\s+|have\s+|is\s+|are\s+)?(?:just\s+|now\s+|permanently\s+|already\s+)*(?:closed(?:\s+down)?|shut(?:\s+down)?|gone out of business|out of business)(?:\s+(?:for good|permanently|down))?$/iu;

export function openChange(text: string, frame: Frame, nameOf: NameOf): Plan | null {
  const { customer: renewed, year } = YEAR.exec(text)?.groups ?? {};
  const whose = renewed && nameOf(renewed, frame);
  if (whose && year)
    return ask(
      {
        text: `Until which day of ${year} did ${whose} renew?`,
        choices: [`31 December ${year}`, `1 January ${year}`].map((day) => ({
          label: day,
          say: `${whose} renewed until ${day}`,
        })),
      },
      frame,
    );
  const closed = CLOSED.exec(text)?.groups?.customer;
  const who = closed && nameOf(closed, frame);
  if (!who) return null;
  return ask(
    {
      text: `I keep nothing of whether a customer is open. What shall I do about ${who}?`,
      choices: [
        { label: 'Keep it as a note', say: `note for ${who}: has closed` },
        ...(frame.input.thread.campaign
          ? [{ label: 'Leave it out of this campaign', say: `leave out ${who}` }]
          : []),
      ],
    },
    frame,
  );
}
