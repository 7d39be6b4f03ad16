// "tell Hilton Pattaya their invoice is attached": messages carry no files, and would say what is not so.
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

const ATTACHED = /\b(?:attached|attachments?|enclosed|enclosures?)\b/iu;

export const attached = ({ topic }: Frame): Question | null =>
  ATTACHED.test(topic ?? '')
    ? {
        text: 'Messages carry no files, so nothing would be attached. Say it with a link to it, or without.',
        choices: [],
      }
    : null;
