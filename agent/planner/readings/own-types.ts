// The kinds of campaign that there are, and what is done with one of the workspace's own by its name: changed, renamed, deleted.
import { fold } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { lettersOf, readTraits } from './own-type.ts';
import { calling, type Reading, saying } from './reading.ts';

const QUOTE = `["“”'‘’]?`;
const KIND = String.raw`(?:campaign\s+type|type\s+of\s+campaign|kind\s+of\s+campaign)`;
const NAMED = String.raw`(?:(?:the|our|my)\s+)?(?:own\s+)?${KIND}\s+(?:called\s+|named\s+)?${QUOTE}(?<type>[^:"“”]{2,60}?)${QUOTE}`;
const KINDS = String.raw`(?:own\s+)?(?:campaign\s+types|(?:types|kinds)\s+of\s+campaigns?)`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:what|which)\s+${KINDS}\s+(?:(?:do|can)\s+(?:we|i|you)\s+(?:have|use|send|know|make|offer)|are\s+there|exist)|(?:show|list|tell)\s+(?:me\s+)?(?:(?:all|the|our|my|available)\s+)*${KINDS}`,
    ),
    (frame) => calling(frame, [{ name: 'list_campaign_types', args: {} }]),
  ],
  [
    form(String.raw`(?:delete|remove|drop|take\s+out)\s+${NAMED}`),
    (frame, said) =>
      onType(frame, said, (key) => calling(frame, [{ name: 'delete_campaign_type', args: { key } }])),
  ],
  [
    form(String.raw`(?:rename|call)\s+${NAMED}\s+(?:to|as|into)\s+${QUOTE}(?<label>[^"“”]{2,60}?)${QUOTE}`),
    (frame, said) => onType(frame, said, (key) => change(frame, key, { label: said.label })),
  ],
  [
    form(
      String.raw`(?:change|set|edit|replace|rewrite|update)\s+(?:the\s+)?(?:letter|text|words)\s+of\s+${NAMED}\s*(?:to|with|by|into)?\s*:\s*(?<rest>[\s\S]+)`,
    ),
    (frame, said) => onType(frame, said, (key) => changed(frame, key, restOf(frame, said))),
  ],
  [
    form(
      String.raw`(?:change|set|edit|update|make|let)\s+${NAMED}\s*(?::|\s(?:to|as|be|so\s+that\s+it\s+is)\s|\s(?=formal|casual|service|marketing|an?\s))\s*(?:(?:make\s+it|it\s+is|be)\s+)?(?<rest>[\s\S]+)`,
    ),
    (frame, said) => onType(frame, said, (key) => changed(frame, key, restOf(frame, said))),
  ],
];

export const readOwnTypes: Reading = (frame) => readForms(frame, FORMS);

/** A form is read without its last mark, which a letter has. */
const restOf = ({ sentence }: Frame, { rest = '' }: Said): string =>
  `${rest}${/[.!?]+(?=\s*$)/.exec(sentence)?.[0] ?? ''}`;

/** “Make a campaign type …” of another name adds one. */
function onType(frame: Frame, { type = '' }: Said, read: (key: string) => Plan): Plan | null {
  const found = frame.input.vocabulary.types.find(({ label }) => fold(label) === fold(type));
  if (!found && /^\s*(?:please\s+)?(?:make|set)\b/i.test(frame.sentence)) return null;
  return found ? read(found.key) : saying(frame, `There is no campaign type “${type}”. ${LISTED}`);
}
const LISTED = '“List the campaign types” shows those that there are.';

const change = (frame: Frame, key: string, patch: object): Plan =>
  calling(frame, [{ name: 'change_campaign_type', args: { key, patch } }]);

/** What it is (for whom, on what it rests, its tone), its letter, or both. */
function changed(frame: Frame, key: string, text: string): Plan {
  const { traits, left } = readTraits(frame, text);
  const letter = left.trim() ? lettersOf(left) : null;
  const { required, recommended, purpose, tone, unknown } = traits;
  if (unknown || (left.trim() && !letter)) return saying(frame, HOW);
  const roles = required.length + recommended.length > 0 ? { roles: { required, recommended } } : {};
  return change(frame, key, {
    ...(purpose ? { purpose } : {}),
    ...(tone ? { defaultTone: tone } : {}),
    ...roles,
    ...(letter ? { letter } : {}),
  });
}
const HOW =
  'Say what shall change: its tone or purpose (“… : formal”, “… : a service message”), whom it goes to (“… : to purchasing”), or its whole letter, whose last sentence asks its reader for something.';
