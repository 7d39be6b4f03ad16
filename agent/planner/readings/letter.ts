// Changes of what the letters say, and of which version of them: sentences of a fixed form about the draft in hand.

import type { Draft, Hidden, LetterLanguage } from '../../../core/campaigns/draft.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { doubtsOf } from '../doubts.ts';
import { dropsCondition } from '../edit/drop-facet.ts';
import { type Frame, readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, readForms } from './forms.ts';
import { onCampaign, type Reading, saying } from './reading.ts';

const FACT =
  '(?<fact>prices?|amounts?|costs?|sums?|totals?|dates?|end dates?|expiry dates?|deadlines?|names of the [a-z]+|units?|zones?)';
const LEAVE = `(?:drop|leave out|omit|hide|remove|take out|skip|don['’]?t (?:mention|name|show)|do not (?:mention|name|show))`;

const FORMS: readonly Form[] = [
  [form(String.raw`${LEAVE}\s+(?:the\s+|their\s+|its\s+)?${FACT}(?:\s+(?:for|of|to)\s+(?<who>.+))?`), hide],
  [
    form(
      String.raw`(?:show|bring back|add|name|mention)\s+(?:the\s+|their\s+)?${FACT}\s+(?:again|back)(?:\s+(?:for|to)\s+(?:all|everybody|everyone))?`,
    ),
    unhide,
  ],
  [
    form(
      String.raw`(?:(?:make|keep|cut|write)\s+(?:it|them|the (?:text|mail|e-?mail|message|letter)s?)\s+)?(?:much\s+|a bit\s+)?(?:shorter|half as long|in half|short|brief|briefer|by half)`,
    ),
    (frame) => edit(frame, { length: 'short' }),
  ],
  [
    form(
      String.raw`(?:(?:make|write)\s+(?:it|them|the (?:text|mail|e-?mail|message|letter)s?)\s+)?(?:longer|full length|as long as before)`,
    ),
    (frame) => edit(frame, { length: 'full' }),
  ],
  [
    form(String.raw`(?:make\s+(?:it|them|the \w+)\s+)?(?:a bit\s+|much\s+)?warmer`),
    (frame) => edit(frame, { tone: 'casual' }),
  ],
  [form(String.raw`(?:also\s+)?mention\s+(?:that\s+)?(?<words>.{3,300})`), mention],
  [
    form(
      String.raw`(?:go back|back|return|roll ?back|revert|restore)\s+(?:it\s+)?(?:to\s+)?version\s+(?<version>\d{1,4})`,
    ),
    (frame, { version }) => onCampaign(frame, 'restore_version', { version: Number(version) }),
  ],
  [
    form(
      String.raw`(?:(?:write|make|put|say|send|draft|translate)\s+)?(?:it\s+|them\s+|this\s+|the\s+(?:letter|e-?mail|mail|message|text)s?\s+)?(?:in|into|to)\s+(?<language>[a-z]+)(?:\s+for\s+(?:everybody|everyone|all(?: of them)?))?`,
    ),
    inLanguage,
  ],
  [
    form(
      String.raw`(?:translate\s+(?:it\s+|them\s+|this\s+)?for\s+(?:the\s+)?(?<language>[a-z]+)\s+(?:contacts|customers|readers|recipients|people|ones)|(?:write\s+)?(?:to\s+)?(?:each|everybody|everyone)(?:\s+(?:contact|reader|one))?\s+in\s+(?:their|its|his or her)\s+own\s+language)`,
    ),
    inOwn,
  ],
  [
    form(
      String.raw`(?:(?:do|make|give me|run|try)\s+)?(?:a\s+)?(?:dry[- ]?run|rehears(?:e|al))(?:\s+(?:it|this|that|(?:of|for|with)\s+(?:it|this|that)|(?:(?:of|for)\s+)?(?:the|this)\s+(?:campaign|draft)))?(?:\s+first)?`,
    ),
    (frame) => onCampaign(frame, 'dry_run'),
  ],
  [
    form(
      String.raw`(?:show|list|what (?:is|are|was))(?:\s+me)?\s+(?:the\s+|all\s+)?(?:history|versions|what (?:has )?changed)|what (?:has )?changed`,
    ),
    (frame) => onCampaign(frame, 'list_versions'),
  ],
];

/** Only where a draft is in hand: elsewhere the same words mean something else. */
export const readLetter: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  if (!campaign || dropsCondition(frame, campaign.draft.filter)) return null;
  return readForms(frame, FORMS);
};

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

const LANGUAGES: Readonly<Record<string, LetterLanguage>> = {
  english: 'en',
  thai: 'th',
  japanese: 'ja',
  chinese: 'zh',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
};

function inLanguage(frame: Frame, { language = '' }: Record<string, string | undefined>): Plan | null {
  const named = ownValue(LANGUAGES, language.toLowerCase());
  return named ? edit(frame, { language: named }) : null;
}

/** The built-in letters are there in it; what a person said is translated by nobody here. */
function inOwn(frame: Frame, { language = '' }: Record<string, string | undefined>): Plan | null {
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

const WHAT: readonly (readonly [RegExp, Hidden])[] = [
  [/price|amount|cost|sum|total/i, 'price'],
  [/date|deadline/i, 'date'],
  [/name|unit|zone/i, 'units'],
];
const whatOf = (fact: string | undefined): Hidden | undefined =>
  WHAT.find(([words]) => words.test(fact ?? ''))?.[1];

/** Whose letters leave it out is read as a question for them would be, with its doubts. */
function hide(frame: Frame, { fact, who }: Record<string, string | undefined>): Plan | null {
  const what = whatOf(fact);
  const before = frame.input.thread.campaign?.draft.hide ?? [];
  if (!what) return null;
  if (!who || /^(?:all|everybody|everyone|all of them|all customers)$/i.test(who))
    return edit(frame, { hide: [...before.filter((one) => one.what !== what), { what, filter: null }] });
  const asked = readFrame(
    `show ${/customers?|contacts?/i.test(who) ? who : `customers ${who}`}`,
    frame.input,
  );
  const doubt = doubtsOf(asked);
  if (doubt) return doubt;
  if (asked.scope.isEmpty) return saying(frame, `I do not know who “${who.slice(0, 80)}” are.`);
  return edit(frame, { hide: [...before, { what, filter: asked.scope.filter }] });
}

function unhide(frame: Frame, { fact }: Record<string, string | undefined>): Plan | null {
  const what = whatOf(fact);
  const before = frame.input.thread.campaign?.draft.hide ?? [];
  return what ? edit(frame, { hide: before.filter((one) => one.what !== what) }) : null;
}

const PLACED = /\s+in the (?:first|second|third|last) (?:paragraph|sentence)$/i;

/** What a letter is about has its place in each; what was said before stays. */
function mention(frame: Frame, { words = '' }: Record<string, string | undefined>): Plan {
  const said = words.replace(PLACED, '').trim();
  const who = /\s(?:only\s+)?(?:to|for)\s+(.+)$/i.exec(said)?.[1];
  if (who && !readFrame(`show customers ${who}`, frame.input).scope.isEmpty)
    return saying(
      frame,
      'What a letter is about is the same for all; make a copy of the campaign for those, and mention it there.',
    );
  const before = frame.input.thread.campaign?.draft.topic;
  const topic = before
    ? `${before.replace(/[.\s]+$/, '')}. ${said.charAt(0).toUpperCase()}${said.slice(1)}`
    : said;
  const plan = edit(frame, { topic: topic.slice(0, 500) });
  return PLACED.test(words) ? { ...plan, say: 'It stands where each letter says what it is about.' } : plan;
}
