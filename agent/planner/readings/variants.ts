// The same campaign in several wordings beside each other: "make three variants", "test it against a shorter one".
import type { Draft, VariantOf } from '../../../core/campaigns/draft.ts';
import { ownValue } from '../../../lib/own-value.ts';
import type { Frame } from '../frame.ts';
import { sayWordings } from '../say/say-wordings.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { mannerOf } from './manner.ts';
import { onCampaign, saying } from './reading.ts';
import { noSubject, subjectWording } from './subject-on.ts';

// As core/campaigns/draft.ts has it; a draft with more is refused there.
const MOST_VARIANTS = 5;

const COUNT = '(?<count>two|three|four|five|six|[2-9])';
const VARIANTS = '(?:variants|variations|alternatives|versions)';
const VARIANT = '(?:variant|variation|alternative)';
const MAKE =
  "(?:make|create|prepare|write|draft|give me|i(?: would|[’']d)? (?:want|like)|show me|try|use|test|compare|split (?:it|this) into)";
const OF_IT =
  '(?:\\s+(?:of|for|from)\\s+(?:it|this|that|the (?:message|text|letter|campaign|draft|e-?mail|mail)))?';
const TO_COMPARE = '(?:\\s+(?:to (?:compare|test|try|choose from)|against each other|beside each other))?';

const DOING =
  '(?:do|doing|done|perform(?:ing|ed)?|compar(?:e|ing|ed)|go|going|gone|far(?:e|ing|ed)|work(?:ing|ed)?)(?:\\s+so far)?';

export const VARIANT_FORMS: readonly Form[] = [
  [
    form(
      `how\\s+(?:did|do|are|were|have|is|does)\\s+(?:(?:the|my|our|these|those|all|both|two|three|four|five)\\s+)*(?:different\\s+)?${VARIANTS}\\s+${DOING}|(?:which|what)\\s+(?:${VARIANT}|wording)\\s+(?:is|was|did|does|do|has|had|won|wins|works?|worked|performed|got|gets)\\b.{0,60}|compare\\s+(?:the|my|our|these|those|all|both)\\s+${VARIANTS}|(?:show\\s+(?:me\\s+)?)?(?:the\\s+)?(?:results?|report|numbers|figures|rates)\\s+(?:by|per|of|for)\\s+(?:(?:the|each|every)\\s+)?(?:${VARIANT}|${VARIANTS})`,
    ),
    compared,
  ],
  [
    form(`(?:${MAKE}\\s+)?${COUNT}\\s+(?:different\\s+)?${VARIANTS}${OF_IT}${TO_COMPARE}`),
    (frame, { count = '' }) => several(frame, numberOf(count)),
  ],
  [
    form(
      `(?:(?:make|run|do|start|set up|as)\\s+)?(?:an?\\s+)?(?:a[/ -]?b|split)[- ]?test(?:\\s+(?:it|this|that|the (?:message|text|campaign)))?`,
    ),
    (frame) => several(frame, 2),
  ],
  [
    form(
      `(?:(?:add|make|create|write|try|include)\\s+(?:an?(?:other)?|one more|a (?:second|third|fourth|fifth))\\s+${VARIANT}(?:\\s+(?:that is|which is|that|with|in)|\\s*:)?|(?:a[/ -]?b[- ]?test|test|try|compare)\\s+(?:it|this|that)\\s+(?:against|with))\\s+(?:an?\\s+)?(?<words>.{3,300}?)(?:\\s+(?:one|version|variant|tone|text|wording))?`,
    ),
    another,
  ],
  [
    form(
      `(?:(?:a[/ -]?b|split)[- ]?)?(?:test|try|compare)\\s+(?:the\\s+|these\\s+|two\\s+)*subjects?(?:\\s+lines?)?\\s*:?\\s*["“„](?<one>[^"“”„]{2,200})["”“]\\s+(?:against|versus|vs\\.?|and|or|with)\\s+(?:the\\s+subject\\s+)?["“„](?<two>[^"“”„]{2,200})["”“]`,
    ),
    subjects,
  ],
  [
    form(
      `(?:show|list|see|read|preview|what\\s+(?:are|do)|which\\s+are)\\s+(?:me\\s+|us\\s+)?(?:(?:the|all|my|our|these|its|different)\\s+)*${VARIANTS}(?:\\s+(?:say|read|are\\s+there|do\\s+we\\s+have))?|(?:what|which|how\\s+many)\\s+(?:different\\s+)?${VARIANTS}\\s+(?:are\\s+there|do\\s+(?:we|i)\\s+have|does\\s+it\\s+have)`,
    ),
    (frame) => onCampaign(frame, 'preview_campaign', {}, told(frame)),
  ],
  [
    form(
      `(?:show|see|read|preview)\\s+(?:me\\s+|us\\s+)?(?:the\\s+)?${VARIANT}\\s+(?<name>[a-e])|(?:what|how)\\s+does\\s+${VARIANT}\\s+(?<which>[a-e])\\s+(?:say|read|look)(?:\\s+like)?`,
    ),
    shown,
  ],
  [
    form(
      `(?:call|name|rename)\\s+${VARIANT}\\s+(?<name>[a-e])\\s+(?:to\\s+|as\\s+)?["“„'‘]?(?<words>.{1,60}?)["”’']?`,
    ),
    named,
  ],
  [
    form(
      `(?:(?:make|change|set|edit|update|rewrite|let)\\s+)?${VARIANT}\\s+(?<name>[a-e])\\s*(?::|,|is|should be|to)?\\s+(?<words>.{3,300})`,
    ),
    change,
  ],
  [
    form(
      `(?:drop|remove|delete|take out|without|no|cancel|end)\\s+(?:(?:all|the|these|those|any)\\s+)*(?:${VARIANTS}|(?:a[/ -]?b|split)[- ]?test)`,
    ),
    (frame) => edit(frame, []),
  ],
  [form(`(?:drop|remove|delete|take out|without)\\s+${VARIANT}\\s+(?<name>[a-e])`), without],
];

/** What became of each: what the report says, where there are any. */
function compared(frame: Frame): Plan {
  return onCampaign(frame, 'report_campaign', {}, draftOf(frame)?.variants?.length ? null : ONE_WORDING);
}
const ONE_WORDING = 'Everybody gets the same wording: there are no variants to compare.';

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
const numberOf = (word: string): number => ownValue(NUMBERS, word.toLowerCase()) ?? Number(word);

const draftOf = ({ input }: Frame): Draft | undefined => input.thread.campaign?.draft;

const edit = (frame: Frame, variants: VariantOf[], say: string | null = null): Plan =>
  onCampaign(
    frame,
    'edit_campaign',
    { patch: { variants }, change: frame.sentence.trim().slice(0, 200) },
    say,
  );

/** In manners other than its own; each is there in every language and for every type. */
function several(frame: Frame, count: number): Plan {
  const own = draftOf(frame);
  const other = own?.tone === 'casual' ? 'formal' : 'casual';
  const length = own?.length === 'short' ? 'full' : 'short';
  const tone = own?.tone ?? 'formal';
  const manners: VariantOf[] = [{ tone: other }, { length }, { tone: other, length }, { tone, length }];
  if (count > MOST_VARIANTS) return saying(frame, TOO_MANY);
  // A fifth of only two tones and two lengths would say what one of them says.
  if (count > MANNERS)
    return edit(
      frame,
      manners.slice(0, MANNERS - 1),
      'Of tone and length there are four. Give me the fifth in your words: “variant with subject: …”.',
    );
  return edit(frame, manners.slice(0, count - 1));
}
const MANNERS = 4;
const TOO_MANY = `There can be up to ${MOST_VARIANTS} variants, the draft itself among them.`;

/** What a variant says otherwise, from a person's words. */
function variantIn(frame: Frame, words: string): VariantOf | null {
  const [, label = '', given = ''] =
    /^(?:the\s+)?(subject(?:\s+line)?|text|body|topic)\s*(?::|is|of)?\s+(.+)$/isu.exec(words.trim()) ?? [];
  const text = given.replace(/^["“„'’]|["”'’]$/g, '').trim();
  if (/^subject/i.test(label)) {
    const wording = subjectWording(frame, { before: {}, subject: text });
    return wording && { wording };
  }
  if (/^topic/i.test(label)) return { topic: text.slice(0, 500) };
  if (label) return { wording: Object.fromEntries(channelsOf(frame).map((key) => [key, { body: text }])) };
  const about = /^(?:about|mention(?:s|ing)?)\s+(.{3,})$/i.exec(words.trim())?.[1];
  if (about) return { topic: about };
  const found = mannerOf(words) ?? (frame.tone ? { tone: frame.tone } : null);
  return found as VariantOf | null;
}

function channelsOf({ channels, input }: Frame): string[] {
  const draft = input.thread.campaign?.draft;
  const named = channels.length > 0 ? channels : (draft?.channels ?? []);
  return named.length > 0 ? [...named] : input.vocabulary.channels.map(({ key }) => key);
}

const NOT_UNDERSTOOD =
  'Tell me what the variant says otherwise: “shorter”, “warmer”, “more formal”, “subject: …”, “text: …” or “about …”.';

function another(frame: Frame, { words = '' }: Said): Plan | null {
  const standing = draftOf(frame)?.variants ?? [];
  const variant = variantIn(frame, words);
  if (!variant && IS_SUBJECT.test(words)) return noSubject(frame);
  // "test it with the first customer" is no variant.
  if (!variant)
    return /variant|variation|alternative/i.test(frame.sentence) ? saying(frame, NOT_UNDERSTOOD) : null;
  if (standing.length + 1 >= MOST_VARIANTS) return saying(frame, TOO_MANY);
  return edit(frame, [...standing, variant]);
}

/** "test the subject “…” against “…”": the first is the draft's own, the second a variant. */
function subjects(frame: Frame, { one = '', two = '' }: Said): Plan {
  const own = subjectWording(frame, { before: draftOf(frame)?.wording ?? {}, subject: one });
  const other = subjectWording(frame, { before: {}, subject: two });
  if (!own || !other) return noSubject(frame);
  const patch = {
    wording: own,
    variants: [{ wording: other }],
  };
  return onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });
}

const IS_SUBJECT = /^(?:the\s+)?subject/i;
const OWN = 'A is the draft itself: say the change without a variant, such as “make it warmer”.';

/** What each says otherwise; what they read stands in the preview. */
function told(frame: Frame): string {
  const variants = draftOf(frame)?.variants ?? [];
  if (variants.length === 0)
    return 'There is one wording: “make two variants” or “add a variant with subject: …” adds others.';
  return sayWordings(variants);
}

function shown(frame: Frame, { name, which }: Said): Plan {
  const standing = draftOf(frame)?.variants ?? [];
  const letter = (name ?? which ?? '').toUpperCase();
  if (placeOf(letter) >= standing.length) return saying(frame, missing(letter, standing.length));
  return onCampaign(frame, 'preview_campaign', { variant: letter });
}

const placeOf = (name: string): number => name.toLowerCase().charCodeAt(0) - 'b'.charCodeAt(0);

function change(frame: Frame, { name = '', words = '' }: Said): Plan {
  const standing = draftOf(frame)?.variants ?? [];
  const at = placeOf(name);
  const variant = variantIn(frame, words);
  if (at < 0) return saying(frame, OWN);
  if (at > standing.length) return saying(frame, missing(name, standing.length));
  if (!variant) return IS_SUBJECT.test(words) ? noSubject(frame) : saying(frame, NOT_UNDERSTOOD);
  const before = standing[at];
  const wording = variant.wording && { wording: { ...before?.wording, ...variant.wording } };
  return edit(frame, standing.toSpliced(at, 1, { ...before, ...variant, ...wording }));
}

function named(frame: Frame, { name = '', words = '' }: Said): Plan {
  const standing = draftOf(frame)?.variants ?? [];
  const at = placeOf(name);
  if (at < 0) return saying(frame, 'A is the draft itself, and has the campaign’s name.');
  const variant = standing[at];
  if (!variant) return saying(frame, missing(name, standing.length));
  return edit(frame, standing.toSpliced(at, 1, { ...variant, name: words.trim() }));
}

function without(frame: Frame, { name = '' }: Said): Plan {
  const standing = draftOf(frame)?.variants ?? [];
  const at = placeOf(name);
  if (at < 0) return saying(frame, 'A is the draft itself: change it, or drop the others.');
  if (at >= standing.length) return saying(frame, missing(name, standing.length));
  return edit(frame, standing.toSpliced(at, 1));
}

const missing = (name: string, others: number): string =>
  `There is no variant ${name.toUpperCase()}: ${others === 0 ? 'the draft has one wording' : `they go up to ${'ABCDE'.charAt(others)}`}.`;
