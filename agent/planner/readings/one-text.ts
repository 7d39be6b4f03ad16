// What one customer, or some of them, read in words of their own: "for Hilton Rayong write: …", "in Hilton Rayong’s message
// mention …", "for the Bangkok ones add that …".
import type { Group } from '../../../core/campaigns/draft.ts';
import { ask } from '../doubt/ask.ts';
import { type Frame, readFrame } from '../frame.ts';
import { stems } from '../tokens.ts';
import type { Plan } from '../types.ts';
import { candidates, namedCustomers } from './explain.ts';
import { type Form, form, readForms, type Said } from './forms.ts';
import { toGroup } from './group.ts';
import { mannerOf } from './manner.ts';
import { LINE, mentionTo } from './mention.ts';
import { onCampaign, type Reading, saying } from './reading.ts';
import { channelsOfDraft, noSubject, subjectWording } from './subject-on.ts';

const WHO = String.raw`(?:the\s+)?(?<who>[^:;]{3,100}?)`;
const ITS = String.raw`(?:the\s+)?(?<whose>[^:;]{3,100}?)(?:['’]s|(?<=s)['’])`;
const MESSAGE = '(?:own\\s+)?(?:message|e-?mail|mail|letter|text|whatsapp|sms|push|note)s?';
const FOR = String.raw`(?:(?:for|to)\s+${WHO}(?:\s+only)?|in\s+${ITS}\s+${MESSAGE}|in\s+the\s+${MESSAGE}\s+(?:for|to|of)\s+(?:the\s+)?(?<reader>[^:;]{3,100}?))`;
const MAY = String.raw`\s*,?\s+(?:(?:please|also|only|just)\s+)*`;
const SUBJECT = String.raw`(?:(?:use|set)\s+)?(?:the\s+)?(?:subject|title)(?:\s+line)?(?:\s+(?:is|reads?|to))?`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`${FOR}${MAY}(?:write|say|send|put|use)(?:\s+(?:this|instead|by hand|the following|these words))*\s*:\s*(?<text>[\s\S]{3,8000})`,
    ),
    ownText,
  ],
  [
    form(
      String.raw`(?:change|set|replace|rewrite|make)\s+(?:${ITS}\s+${MESSAGE}|the\s+${MESSAGE}\s+(?:for|to|of)\s+${WHO})\s*(?:to|with|by|read|say|into|as)?\s*:\s*(?<text>[\s\S]{3,8000})`,
    ),
    ownText,
  ],
  [form(String.raw`(?:${FOR}\s*[:,]?\s*|)${SUBJECT}\s*:\s*(?<text>.{3,200})`), ownSubject],
  [form(String.raw`${SUBJECT}\s+(?:for|to)\s+${WHO}\s*:\s*(?<text>.{3,200})`), ownSubject],
  [
    form(
      String.raw`${FOR}(?:${MAY}|\s*[:,]\s*(?:(?:please|also)\s+)*)(?:mention|(?:add|say|write|include|tell\s+them)\s+(?:that|${LINE}\s+(?:about|on|saying|that\s+says)|a\s+mention\s+of)|add\s*:|tell\s+them\s+about)\s*(?:that\s+)?(?<text>.{3,300})`,
    ),
    ownTopic,
  ],
  [form(String.raw`(?:make|keep)\s+${ITS}\s+${MESSAGE}\s+(?<text>.{3,40})`), ownManner],
  [
    form(
      String.raw`(?:(?:go\s+|put\s+)?back\s+to|use|restore)\s+the\s+(?:built[- ]?in|usual|normal|standard)\s+${MESSAGE}\s+(?:for|to)\s+${WHO}|(?:drop|remove|delete|take\s+out)\s+(?:${ITS}\s+own\s+(?:message|text|words|letter)|the\s+own\s+(?:message|text|words|letter)\s+(?:of|for)\s+(?<reader>[^:;]{3,100}?))`,
    ),
    builtIn,
  ],
];

export const readOneText: Reading = (frame) => (frame.input.thread.campaign ? readForms(frame, FORMS) : null);

const whoOf = ({ who, whose, reader }: Said): string => (who ?? whose ?? reader ?? '').trim();

/** A text ends as it was said: a form is read without its last mark. */
const textOf = ({ sentence }: Frame, text = ''): string =>
  `${text}${/[.!?]+(?=\s*$)/.exec(sentence)?.[0] ?? ''}`.replace(/^["“]([\s\S]*)["”]\.?$/u, '$1').trim();

type Meant = { customerId: string } | { question: Plan } | null;

/** The one customer whose name this is; null where it means some by what they have in common. */
function customerMeant(frame: Frame, who: string): Meant {
  const asked = readFrame(`show ${who}`, frame.input);
  const named = namedCustomers(asked);
  // “A Hilton” is one of them, whichever.
  const isOne = named.length > 0 || /^an?\s/i.test(who);
  if (!isOne && !asked.scope.isEmpty && asked.unknown.length === 0) return null;
  const close = named.length > 0 ? named : candidates(asked);
  const [customer, ...others] = close.length > 0 ? close : asked.reader.names.customersWith(stems(who));
  if (!customer) return null;
  if (others.length === 0) return { customerId: customer.id };
  const choices = [customer, ...others].slice(0, 5).map(({ name }) => ({
    label: name,
    say: frame.sentence.replace(who, name),
  }));
  return { question: ask({ text: 'Several customers are called like that. Which one?', choices }, frame) };
}

function ownText(frame: Frame, said: Said): Plan | null {
  const [who, body] = [whoOf(said), textOf(frame, said.text)];
  const meant = customerMeant(frame, who);
  if (!meant) return inWords(frame, who, (own, key) => ({ ...own[key], body }));
  if ('question' in meant) return meant.question;
  return onCampaign(frame, 'write_one_message', { ...meant, body });
}

type Wording = NonNullable<Group['wording']>;

/** What a group reads on each of the draft's channels; what it has besides stays. */
function inWords(frame: Frame, who: string, wordsOf: (own: Wording, key: string) => Wording[string]): Plan {
  return toGroup(frame, {
    who,
    patch: (own) => ({
      wording: Object.fromEntries(
        channelsOfDraft(frame).map((key) => [key, wordsOf(own?.wording ?? {}, key)]),
      ),
    }),
  });
}

function ownSubject(frame: Frame, said: Said): Plan | null {
  const [who, subject] = [whoOf(said), textOf(frame, said.text).replace(/\.$/, '')];
  if (!who) return null;
  if (!subjectWording(frame, { before: {}, subject })) return noSubject(frame);
  return toGroup(frame, {
    who,
    patch: (own) => ({ wording: subjectWording(frame, { before: own?.wording ?? {}, subject })! }),
  });
}

function ownTopic(frame: Frame, said: Said): Plan {
  return mentionTo(frame, { who: whoOf(said), words: said.text! });
}

function ownManner(frame: Frame, said: Said): Plan | null {
  const manner = mannerOf(said.text ?? '');
  return manner ? toGroup(frame, { who: whoOf(said), patch: manner }) : saying(frame, MANNERS);
}
const MANNERS =
  'Say how: “shorter”, “longer”, “warmer” or “more formal”, or give the whole text: “for … write: …”.';

function builtIn(frame: Frame, said: Said): Plan | null {
  const meant = customerMeant(frame, whoOf(said));
  if (!meant) return null;
  return 'question' in meant
    ? meant.question
    : onCampaign(frame, 'write_one_message', { ...meant, body: null });
}
