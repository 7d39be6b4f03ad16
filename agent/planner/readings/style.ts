// What is asked of a letter's single words, for some of its readers, or of its offer: done where it can be, else told where it is done.
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { Frame } from '../frame.ts';
import { boundOffer } from '../offer/bound-offer.ts';
import { takeTerms } from '../offer/take-terms.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { toGroup } from './group.ts';
import { mannerOf } from './manner.ts';
import { onCampaign, saying } from './reading.ts';

const SUBJECTS =
  'Give your own subject: “subject: …”. Several to choose from, each tried on a real reader, come with a brief: “Brief: …”.';
const STYLE =
  'Words and emoji are set once for all letters: in the settings, under “Voice”, say which to avoid and what to say instead. For this campaign alone give your own text: “text: …”.';

export const STYLE_FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:make|write|keep|have|let)\s+(?:the\s+|our\s+)?(?<who>\p{L}[\p{L} ]{1,60}?)\s+(?:ones|customers?|contacts|readers|letters|people|messages)(?:['’]s?\s+letters)?\s+(?:be\s+)?(?<manner>(?:much |a (?:bit|little) )?(?:more |less )?[a-z-]+(?: as long)?)`,
    ),
    mannerForSome,
  ],
  [
    form(
      String.raw`(?:make|write|say|keep|put|have)\s+(?:(?:it|them|this)\s+)?(?:in\s+an?\s+)?(?<manner>.{3,60}?)(?:\s+(?:way|tone|manner|voice))?\s+(?:for|to|with)\s+(?<who>.{3,100})`,
    ),
    mannerForSome,
  ],
  [
    form(
      String.raw`(?<manner>(?:much |a (?:bit|little) )?(?:more |less )?[a-z-]+(?: [a-z-]+){0,3}?)\s+(?:for|to|with)\s+(?<who>.{3,100})`,
    ),
    mannerForSome,
  ],
  [
    form(
      String.raw`(?:for|to|with)\s+(?<who>.{3,100}?),?\s+(?:(?:make|write|keep|say|put)\s+(?:(?:it|them|this)\s+)?)?(?<manner>(?:much |a (?:bit|little) )?(?:more |less )?[a-z-]+)`,
    ),
    mannerForSome,
  ],
  [
    form(
      String.raw`(?:(?:say|write|make|let it be|keep it)\s+)?(?:it\s+)?the same (?:letter |text |message |wording )?for (?:everybody|everyone|all|all of them)(?: again)?|(?:drop|remove|forget) (?:the|all) (?:groups?|differences)`,
    ),
    (frame) => edit(frame, { groups: [] }),
  ],
  [
    form(
      String.raw`(?:change|replace|set|make|use)\s+(?:the\s+)?(?<what>greeting|salutation|opening|sign-?off|closing|signature|ending)(?:\s+(?:line|word)s?)?\s*(?:to|with|by|:|into|as|read|say)?\s+.{2,200}|(?:greet\s+(?:them|everybody|everyone)|sign\s+(?:it|them|off)|end|close|begin|start)\s+(?:with|by|as)\s+.{2,200}`,
    ),
    ownWords,
  ],
  [
    form(
      String.raw`(?:(?:change|replace|set|make|rewrite|reword)\s+)(?:the\s+)?(?:call[- ]to[- ]action|cta|button(?: text)?)\b.*|(?:put|move)\s+(?:the\s+)?(?:price|date|zones?|units?|offer|call[- ]to[- ]action)\s+(?:first|last|on top|at the (?:top|end|beginning|bottom)|up front)`,
    ),
    ownWords,
  ],
  [
    form(
      String.raw`(?:show|give|suggest|find)?\s*(?:me\s+)?(?:(?:two|three|four|five|some|a few|\d)\s+)?(?:more|other|another|different|better|shorter)\s+subjects?(?:\s+lines?)?|make\s+the\s+subjects?(?:\s+lines?)?\s+[a-z ]{3,40}`,
    ),
    (frame) => saying(frame, SUBJECTS),
  ],
  [
    form(
      String.raw`(?:(?:make|rewrite|delete|drop|remove|change|take out|cut|shorten)\s+)(?:the\s+)?(?:first|second|third|last|next|opening|closing)\s+(?:sentence|paragraph|line)s?(?:\s+.{2,100})?`,
    ),
    ownWords,
  ],
  [
    form(
      String.raw`(?:replace|change|swap)\s+(?:the\s+word\s+)?["“„'‘].+["”'’]\s+(?:with|by|for|to|into)\s+["“„'‘].+["”'’]|(?:use|say|write)\s+["“„'‘].+["”'’]\s+(?:instead of|rather than|not)\s+["“„'‘].+["”'’]`,
    ),
    (frame) => saying(frame, STYLE),
  ],
  [
    form(
      String.raw`(?:(?:no|without|drop|remove|leave out|add|use|with|more|some)\s+)(?:an?\s+|any\s+|the\s+|some\s+)?(?:emojis?|smileys?)`,
    ),
    (frame) => saying(frame, STYLE),
  ],
  [
    form(
      String.raw`(?:(?:drop|remove|take out|leave out|without|no|cancel|delete)\s+)(?:the|that|any|our|this)?\s*(?:offer|discount|voucher)|(?:take|leave)\s+the\s+(?:offer|discount|voucher)\s+(?:out|away|off)`,
    ),
    (frame) => edit(frame, { offer: null }),
  ],
  [
    form(
      String.raw`(?:(?:i(?: would|['’]d)? (?:want|like) to\s+)?(?:offer|give|promise)\s+(?:them|everybody|everyone|all(?: of them)?|the customers)\s+|add\s+(?:an?\s+|the\s+)?offer\s*(?::|of)\s*|(?:the\s+)?offer\s*:\s*)(?<words>.{3,290})`,
    ),
    offering,
  ],
];

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

/** Anything else with “for …” is not about the letter. */
function mannerForSome(frame: Frame, { manner = '', who = '' }: Said): Plan | null {
  const patch = mannerOf(manner);
  if (!patch) return null;
  if (/^(?:me|everybody|everyone|all(?: of them)?|them|us)$/i.test(who)) return edit(frame, patch);
  return toGroup(frame, { who, patch });
}

function ownWords(frame: Frame): Plan {
  return saying(
    frame,
    'I do not rewrite single lines of a letter. Give your own text for it, “text: Dear {{ contact.name }}, …”, or set how letters end in the settings, under “Voice”.',
  );
}

/** The offer as its person says it, with the codes that its terms need; what it is follows from the words. */
function offering(frame: Frame, { words = '' }: Said): Plan {
  const said = takeTerms(words, frame.input);
  const own = said.rest.trim();
  const says = own.charAt(0).toUpperCase() + own.slice(1);
  const kind = kindOf(words);
  const had = frame.input.thread.campaign?.draft.offer?.code ?? null;
  const { offer, unheld } = boundOffer({ kind, says, code: had }, said, frame.input);
  const plan = edit(frame, { offer: { ...offer, code: offer.code ?? null } });
  return { ...plan, unused: [...plan.unused, ...unheld] };
}

const kindOf = (words: string) =>
  /voucher/i.test(words)
    ? 'voucher'
    : /%|\boff\b|discount/i.test(words)
      ? 'discount'
      : /points/i.test(words)
        ? 'points'
        : /\bfree\b|complimentary/i.test(words)
          ? 'free_item'
          : 'other';
