// "worth over 2,000 dollars" where contracts are kept in baht: amounts are compared in one currency only.
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';
import { asWritten, reword } from './ask.ts';

export function otherCurrency(frame: Frame): Question | null {
  const { items, input } = frame;
  for (const item of items) {
    if (item.kind !== 'clause' || !item.currency || !input.currency) continue;
    const { value, start, end } = item.currency;
    if (value === input.currency) continue;
    return {
      text: `Amounts are compared in ${input.currency} here, so I cannot judge “${asWritten(frame, item)}”. How much is that in ${input.currency}?`,
      choices: [
        { label: `I meant ${input.currency}`, say: reword(frame, { start, end }, `${input.currency} `) },
      ],
    };
  }
  return null;
}
