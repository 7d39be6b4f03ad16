// A picture of the library above the letter, by the words for it: "put the pool picture on top", "remove the picture".
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { onCampaign } from './reading.ts';

const PICTURE = '(?:pictures?|photos?|photographs?|images?|banners?|pics?)';
const THE = '(?:(?:the|our|an?|my|that|this|its|any)\\s+)?';
const PLACE =
  '(?:\\s+(?:(?:on|at|to|in)\\s+(?:the\\s+)?(?:top|header|beginning|start|head)(?:\\s+of\\s+(?:it|(?:the|each|every)\\s+\\S+))?|above\\s+(?:it|the\\s+\\S+)|as\\s+(?:an?\\s+|the\\s+)?(?:header|banner|picture)|(?:in|to|into|for|with)\\s+(?:it|them|this|the\\s+(?:e-?mails?|mails?|messages?|letters?|campaign|draft))|in|there|instead|too|as well))*';

export const PICTURE_FORMS: readonly Form[] = [
  [
    form(
      `(?:(?:drop|remove|delete|take out|take away|leave out|take off|without|no|clear)\\s+)${THE}(?:\\S+\\s+){0,3}?${PICTURE}(?:\\s+again)?|(?:take|leave)\\s+${THE}${PICTURE}\\s+(?:out|off|away)`,
    ),
    (frame) => edit(frame, null),
  ],
  [
    form(
      `(?:put|place|show|use|add|insert|include|set|with|take|attach|have)\\s+(?:in\\s+)?${THE}(?<words>(?:(?!without|with|who|to|for)\\S+\\s+){0,5}?)${PICTURE}(?:\\s+(?:of|with|from|called|named|showing)\\s+${THE}(?<shown>.{2,60}?))?${PLACE}`,
    ),
    named,
  ],
];

const edit = (frame: Frame, picture: string | null): Plan =>
  onCampaign(frame, 'edit_campaign', { patch: { picture }, change: frame.sentence.trim().slice(0, 200) });

function named(frame: Frame, { words = '', shown = '' }: Said): Plan {
  return edit(
    frame,
    `${words} ${shown}`
      .replace(/["“”„'‘’]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
