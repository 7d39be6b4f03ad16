// How a letter sounds and how long it is, as people say it of a draft that they look at.
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form } from './forms.ts';
import { onCampaign } from './reading.ts';

const IT = '(?:it|this|that|them|these|the (?:text|tone|mail|e-?mail|message|letter|wording|draft)s?)';
const MUCH =
  '(?:(?:a (?:bit|little|touch)|slightly|much|a lot|far|rather|somewhat|even|way|just a (?:bit|little)) )?';
const LEAD = `(?:(?:make|keep|write|have|let|cut) ${IT} |(?:can|could|should|may) ${IT} (?:be |sound |read )|${IT}(?: (?:is|are|sounds?|reads?|feels?|seems?|comes across)|['’]s) |i want ${IT} |${IT} (?:could|can|may|might) be |${IT} (?:should|must|has to|needs to) )?(?:to )?(?:be |sound |read |come across )?(?:as )?${MUCH}`;
const TAIL =
  '(?: (?:please|then|again|for me|in tone|(?:would be|is|sounds|might be) (?:better|nice|good|great|best)))?';

const WARM =
  'warm|friendly|relaxed|personal|cordial|human|easy-?going|like a friend|approachable|chatty|laid-?back|light-?hearted|casual|informal';
const WARMER = 'warmer|friendlier|lighter|chattier|softer|kinder|looser';
const COLD = 'stiff|cold|dry|distant|stuffy|stern|formal|official|impersonal|wooden|corporate';
const SERIOUS = 'professional|business-?like|serious|official|respectful|formal|corporate';

const SHORTEN = `(?:shorten|trim|condense|tighten|cut|halve|abridge)(?: ${IT})?(?: down)?(?: (?:by|in|to) (?:(?:about )?(?:a )?(?:half|third|quarter)|\\d+ ?%))?`;

type Manner = { tone: NonNullable<Draft['tone']> } | Pick<Draft, 'length'>;
const MANNERS: readonly (readonly [RegExp, Manner])[] = [
  [
    form(`(?:give|lend) ${IT} a (?:more (?:${WARM})|${WARMER}) (?:tone|touch|voice|feel)`),
    { tone: 'casual' },
  ],
  [form(`${LEAD}(?:more (?:${WARM})|${WARMER}|(?:less|not so|too) (?:${COLD}))${TAIL}`), { tone: 'casual' }],
  [
    form(`${LEAD}(?:more (?:${SERIOUS})|(?:less|not so|too) (?:${WARM}|flippant))${TAIL}`),
    { tone: 'formal' },
  ],
  [
    form(
      `(?:write|say|make|phrase|put) ${IT} (?:as if|as though|like) .{0,40}(?:friend|pub|coffee|neighbou?r)s?.{0,40}`,
    ),
    { tone: 'casual' },
  ],
  [
    form(
      `${LEAD}(?:shorter|half as long|in half|short|brief|briefer|crisper|terser|punchier|snappier|tighter|by half|\\d+ ?% shorter|more concise|(?:less|not so) (?:long|wordy)|too (?:long|wordy)(?:[,;.] ?(?:please )?${SHORTEN})?)${TAIL}|${SHORTEN}${TAIL}|(?:make|get|keep|bring) ${IT} (?:down )?(?:to )?(?:about )?(?:half|a third)(?: (?:of )?(?:the|its|that) (?:length|size))?|(?:only )?half (?:of )?(?:the|that|its) (?:length|size)|say less|use fewer words`,
    ),
    { length: 'short' },
  ],
  [
    form(`${LEAD}(?:longer|full length|as long as before|more detailed|too (?:short|brief|terse))${TAIL}`),
    { length: 'full' },
  ],
];

export const MANNER_FORMS: readonly Form[] = MANNERS.map(([pattern, patch]) => [
  pattern,
  (frame) => edit(frame, patch),
]);

/** What such words change; null when they are none. */
export const mannerOf = (words: string): Manner | null =>
  MANNERS.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? null;

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });
