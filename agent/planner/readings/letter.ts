// Changes of what the letters say, and of which version of them: sentences of a fixed form about the draft in hand.

import type { Draft } from '../../../core/campaigns/draft.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { dropsCondition } from '../edit/drop-facet.ts';
import type { Frame } from '../frame.ts';
import { letterWords } from '../languages/letter-words.ts';
import { LANGUAGES } from '../recognise/written-in.ts';
import type { Plan } from '../types.ts';
import { ADDRESS_FORMS } from './address.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { toGroup } from './group.ts';
import { LEAVE_OUT_FORMS } from './leave-out.ts';
import { MANNER_FORMS } from './manner.ts';
import { LINE, mention, PLACE } from './mention.ts';
import { OFFER_TERM_FORMS } from './offer-terms.ts';
import { PICTURE_FORMS } from './picture.ts';
import { onCampaign, type Reading, saying } from './reading.ts';
import { STYLE_FORMS } from './style.ts';
import { withSubject } from './subject-on.ts';
import { SUGGESTED_FORMS } from './suggested.ts';
import { VARIANT_FORMS } from './variants.ts';
import { VERSION_FORMS } from './versions.ts';

const PEOPLE = '(?:contacts|customers|readers|recipients|people|ones|guests|clients)';

export const LETTER_FORMS: readonly Form[] = [
  ...ADDRESS_FORMS,
  ...MANNER_FORMS,
  ...VARIANT_FORMS,
  ...VERSION_FORMS,
  ...PICTURE_FORMS,
  ...SUGGESTED_FORMS,
  ...STYLE_FORMS,
  ...OFFER_TERM_FORMS,
  ...LEAVE_OUT_FORMS,
  [
    form(
      String.raw`(?:${PLACE}[,:]?\s+|(?:first|second|third|last) paragraph[,:]\s+)?(?:also\s+)?(?:mention|(?:add|include|put in|insert|write|say)\s+${LINE}\s+(?:about|on|saying|that says)|(?:talk|tell them|speak)\s+about|refer to|put in that|add that|add\s+a\s+p\.?\s?s\.?(?:\s+(?:saying|about|with)|\s*:)?|(?:work|bring|squeeze|slip|weave|fit) in|bring up|(?:drop|put|add|work) a mention of)\s+(?:that\s+)?(?<words>.{3,300}?)(?:[,]?\s+(?:too|also|as well))?`,
    ),
    mention,
  ],
  [
    form(
      String.raw`(?:also\s+)?(?:say|add|write)\s+(?:an?\s+)?(?<words>(?:thank(?:s|[ -]you)|sorry|congratulations)\b.{0,200}?)`,
    ),
    mention,
  ],
  [
    form(
      String.raw`(?<words>.{3,300}?)\s+(?:should|must|needs to|has to|could)\s+(?:also\s+)?be\s+(?:mentioned|named|said)(?:\s+(?:too|also|as well|there|${PLACE}))?`,
    ),
    mention,
  ],
  [
    form(
      String.raw`(?:put|add|work|bring|move)\s+(?<words>.{3,300}?\s+(?:in)?to (?:the )?(?:first|second|third|last) (?:paragraph|sentence))`,
    ),
    mention,
  ],
  [
    form(
      String.raw`(?:i(?: would|['’]d)? (?:want|like)|let|have|can|could|may)\s+the\s+subject(?:\s+line)?\s+(?:to\s+)?(?:read|be|say)s?:?\s+(?<subject>.{3,200})|(?:subject(?:\s+line)?\s*(?:->|→|=>|=)|(?:mail |e-?mail )?title:)\s*(?<title>.{3,200})`,
    ),
    subjectOf,
  ],
  [
    form(
      String.raw`(?:(?:write|make|put|say|send|draft|translate)\s+)?(?:it\s+|them\s+|this\s+|the\s+(?:letter|e-?mail|mail|message|text)s?\s+)?(?:in|into|to)\s+(?<language>[a-z]+)(?:\s+for\s+(?:everybody|everyone|all(?: of them)?))?`,
    ),
    inLanguage,
  ],
  [
    form(
      String.raw`(?:(?:write|make|put|say|send|translate)\s+(?:it|them|this|the\s+(?:letter|e-?mail|mail|message|text)s?)\s+(?:in|into)\s+|(?:use|in)\s+)(?<language>[a-z]+)\s+(?:for|to|with)\s+(?<who>.{3,100})`,
    ),
    inLanguageForSome,
  ],
  [
    form(
      String.raw`(?:(?:translate|have)\s+(?:it\s+|them\s+|this\s+|that\s+)?(?:translated\s+)?for\s+(?:the\s+|our\s+|my\s+)?(?<language>[a-z]+)(?:\s+${PEOPLE})?|(?:the\s+|our\s+)?(?<reads>[a-z]+)\s+${PEOPLE}\s+(?:should\s+)?(?:get|read|receive|have)\s+(?:it\s+|theirs\s+)?(?:in\s+)?\k<reads>|(?:(?:make|do|write|prepare)\s+)?(?:a\s+|the\s+)?(?<version>[a-z]+)\s+(?:versions?|translations?|texts?|letters?)\s+for\s+(?:the\s+|our\s+)?\k<version>s?(?:\s+${PEOPLE})?|(?:can\s+|let\s+)?(?:the\s+|our\s+|those who read\s+)(?<whom>[a-z]+?)s?(?:\s+${PEOPLE})?\s+(?:should\s+)?(?:get|have|read)\s+(?:a\s+|theirs in\s+|it in\s+)?\k<whom>(?:\s+version)?|in\s+(?<written>[a-z]+)\s+(?:for|to)\s+(?:the\s+|our\s+)?\k<written>\s+${PEOPLE}|(?:write\s+)?to\s+(?:the\s+|our\s+)?(?<spoken>[a-z]+)\s+${PEOPLE}\s+in\s+\k<spoken>|(?:write\s+)?(?:to\s+)?(?:each|everybody|everyone)(?:\s+(?:contact|reader|one))?\s+in\s+(?:their|its|his or her)\s+own\s+language)`,
    ),
    inOwn,
  ],
  [
    form(
      String.raw`(?:(?:do|make|give me|run|try)\s+)?(?:a\s+)?(?:dry[- ]?run|rehears(?:e|al))(?:\s+(?:it|this|that|(?:of|for|with)\s+(?:it|this|that)|(?:(?:of|for)\s+)?(?:the|this)\s+(?:campaign|draft)))?(?:\s+first)?`,
    ),
    (frame) => onCampaign(frame, 'dry_run'),
  ],
];

/** Only where a draft is in hand: elsewhere the same words mean something else. */
export const readLetter: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  if (!campaign || dropsCondition(frame, campaign.draft.filter)) return null;
  const english = letterWords(frame.sentence);
  return readForms(english ? { ...frame, sentence: english } : frame, LETTER_FORMS);
};

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

function inLanguage(frame: Frame, { language = '' }: Record<string, string | undefined>): Plan | null {
  const named = ownValue(LANGUAGES, language.toLowerCase());
  return named ? edit(frame, { language: named }) : null;
}

/** The built-in letters are there in it; what a person said is translated by nobody here. */
function inOwn(frame: Frame, said: Said): Plan | null {
  // "for the Thais" as well.
  const language = (
    said.language ??
    said.reads ??
    said.written ??
    said.spoken ??
    said.version ??
    said.whom ??
    ''
  ).replace(/s$/i, '');
  const draft = frame.input.thread.campaign?.draft;
  const named = ownValue(LANGUAGES, language.toLowerCase());
  if (!draft || (language && !named)) return null;
  const own = named && draft.translations[named];
  const lacking = [draft.topic && !own?.topic && 'topic', draft.offer && !own?.offer && 'offer'].filter(
    Boolean,
  );
  if (named && lacking.length > 0)
    return saying(
      frame,
      `The letter itself is there in their language. I do not translate what you said yourself (${lacking.join(', ')}): give it in that language, and until then they are written to in the language it is in.`,
    );
  return edit(frame, { language: null });
}

/** “German for the German ones” is what each contact's own language is for. */
function inLanguageForSome(frame: Frame, { language = '', who = '' }: Said): Plan | null {
  const named = ownValue(LANGUAGES, language.toLowerCase());
  if (!named) return null;
  if (/^(?:everybody|everyone|all(?: of them)?|them)$/i.test(who)) return inLanguage(frame, { language });
  if (new RegExp(`\\b${language}\\b`, 'i').test(who)) return null;
  return toGroup(frame, { who, patch: { language: named } });
}

/** The words of the letter stay; whatever was given before does too. */
function subjectOf(frame: Frame, { subject, title }: Said): Plan {
  const mark = /\s*[?!]+(?=\s*$)/.exec(frame.sentence)?.[0] ?? '';
  const said = `${subject ?? title ?? ''}${mark}`.replace(/^["“„'’]|["”'’]$/g, '').trim();
  return withSubject(frame, said);
}
