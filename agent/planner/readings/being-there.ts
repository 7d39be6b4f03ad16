// "I'm in Phuket next week, write to the hotels there": where somebody will be is whom "there" means.
import type { Plan } from '../types.ts';
import type { Reading } from './reading.ts';

const WHO = String.raw`(?:i|we|(?:our|my|the)\s+(?:\w+\s+){1,2}?|one\s+of\s+us|somebody\s+of\s+us)`;
const IS = String.raw`(?:\s*['’](?:m|re|s|ll\s+be)|\s+(?:am|are|is|will\s+be|shall\s+be))`;
const GOES = String.raw`(?:visit(?:s|ing)?|(?:com|go|travell?|fly|driv)(?:e|es|s|ing)?\s+to|be\s+in)`;
const WHEN = String.raw`(?:next|this|in|on|from|for|tomorrow|today|at|over|during|until)\b[^,.;]*`;
const FORM = new RegExp(
  String.raw`^(?:hi|hello|ok(?:ay)?|so|well|since|as|because|[,\s])*${WHO}(?:${IS}\s+(?:in|at|around|near)|${IS}?\s*(?:will\s+)?${GOES})\s+(?<place>[^,.;]+?)\s+(?<when>${WHEN})\s*(?:[,.;:–-]|\bso\b|\band\b)+\s*(?:so\s+|please\s+)*(?<rest>.*\bthere\b.*)$`,
  'iu',
);

/** What is asked is read with the place; when they are there is the message's to say, and is told as not used. */
export const readBeingThere =
  (planOf: (sentence: string, input: Parameters<Reading>[0]['input']) => Plan): Reading =>
  ({ sentence, input }) => {
    const { place, when, rest } = FORM.exec(sentence.trim())?.groups ?? {};
    if (!place || !when || !rest) return null;
    const plan = planOf(rest.replace(/\b(?:down|up|over|out)?\s*\bthere\b/iu, ` in ${place}`).trim(), input);
    return plan.calls.length > 0 ? { ...plan, unused: [...plan.unused, when.trim()] } : plan;
  };
