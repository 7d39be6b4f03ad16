// The person's own words for the message: what can be done with them, and an honest no for the rest.
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue } from '../items.ts';
import { toReader } from '../topic/to-reader.ts';
import type { Plan } from '../types.ts';
import { onCampaign, type Reading, saying } from './reading.ts';
import { withSubject } from './subject-on.ts';

/** Runs on the first words only: what follows is text, not a request. */
export const readWording: Reading = (frame) => {
  const { campaign } = frame.input.thread;
  const labelled = readLabelled(frame) ?? readSaid(frame);
  if (labelled) return labelled;
  const [first] = frame.items.filter((item) =>
    isCue(item, 'subject', 'body', 'rename', 'mention', 'classify'),
  );
  if (!first || !isAtStart(frame, first)) return null;
  const text = textAfter(frame, first);
  if (isCue(first, 'classify'))
    return text
      ? { calls: [{ name: 'classify_reply', args: { text } }], say: null, unused: [], ranges: [] }
      : null;
  if (!campaign) return null;
  if (isCue(first, 'rename') && text) return edit(frame, { name: text.slice(0, 120) });
  const isGiven =
    GIVEN.test(frame.sentence.slice(frame.reader.tokens[first.end - 1]!.end)) || LEADS_IN.test(first.text);
  if (isCue(first, 'subject') && text && isGiven) return subject(frame, text);
  if (isCue(first, 'body') && text.length > 20 && isGiven)
    return edit(frame, { wording: bodies(frame, campaign.draft, text) });
  return isCue(first, 'mention', 'body', 'subject') ? saying(frame, CANNOT) : null;
};

/** "instead of that sentence say: would you like a call?": what the letter says besides what its kind says anyway. */
function readSaid(frame: Frame): Plan | null {
  const { campaign } = frame.input.thread;
  const said = SAY.exec(frame.sentence)?.[1]
    ?.replace(/^["“](.*)["”]\.?$/su, '$1')
    .trim();
  const asked = ASK_THEM.exec(frame.sentence)?.[1];
  if (!campaign || /\n|\{\{/.test(said ?? '')) return null;
  if (said) return edit(frame, { topic: said.slice(0, 500) });
  if (!asked) return null;
  const before = campaign.draft.topic?.replace(/[.\s]+$/, '');
  return edit(frame, { topic: toReader([before, asked].filter(Boolean).join(' and ')).slice(0, 500) });
}

/** "also ask them if they still use the old player" */
const ASK_THEM =
  /^\s*(?:(?:please|also|and|then)[\s,]+)*(ask\s+(?:them|everybody|everyone)\s+(?:if|whether|to)\s+.{3,400})$/isu;

const SAY =
  /^\s*(?:no[,.]?\s+)?(?:(?:instead(?:\s+of\s+(?:that|this|the)(?:\s+\w+)?)?|rather|please|just|it should|let it)[\s,]+)*(?:say|write|put)(?:\s+instead)?\s*:\s*(.{3,500})$/isu;

/** "text: …", "subject: …", "classify: …" */
function readLabelled(frame: Frame): Plan | null {
  const match =
    /^\s*(?:the |my |new )?(text|body|message|subject|subject line|classify|triage|topic)\s*:\s*(.+)$/isu.exec(
      frame.sentence,
    );
  const { campaign } = frame.input.thread;
  if (!match) return null;
  const [, label = '', rest = ''] = match;
  const text = rest.replace(/^["“](.*)["”]\.?$/su, '$1').trim();
  if (/^(classify|triage)/i.test(label))
    return { calls: [{ name: 'classify_reply', args: { text } }], say: null, unused: [], ranges: [] };
  if (!campaign) return onCampaign(frame, 'edit_campaign');
  if (/^topic/i.test(label)) return edit(frame, { topic: text.slice(0, 500) });
  if (/^subject/i.test(label)) return subject(frame, text);
  return edit(frame, { wording: bodies(frame, campaign.draft, text) });
}

/** “to …”, “: …”, “says …” or quotes lead in a text; “shorter” and “thank you at the end” are none. */
const GIVEN = /^\s*(?:line\s+)?(?:[:“"„–-]|(?:to|is|as|be|reads?|says?|should|must|shall|with)\b)/iu;

/** "change the subject to …" */
const LEADS_IN = /\b(?:to|be)$/iu;

const CANNOT =
  'I do not rewrite parts of a message. I can set the tone (“make it casual”), what it is about (“about …”), or take your whole text: “text: Dear {{ contact.name }}, …”.';

const isAtStart = ({ items }: Frame, first: Item): boolean =>
  items.slice(0, items.indexOf(first)).every((item) => item.kind === 'word' || item.kind === 'mark') &&
  items.indexOf(first) <= 3;

function textAfter({ sentence, reader }: Frame, { end }: Item): string {
  const after = reader.tokens[end - 1]!.end;
  return sentence
    .slice(after)
    .replace(/^[\s:–-]*(?:is|to|line|should be)?[\s:]+/iu, '')
    .replace(/^["“](.*)["”]\.?$/su, '$1')
    .trim();
}

const edit = (frame: Frame, patch: Partial<Draft>): Plan =>
  onCampaign(frame, 'edit_campaign', { patch, change: frame.sentence.trim().slice(0, 200) });

/** A subject alone keeps the letter; "subject: … text: …" gives both. */
function subject(frame: Frame, text: string): Plan {
  const [line = '', given = ''] = text.split(/\s+(?:text|body|message)\s*:\s*/iu);
  return withSubject(frame, line, given);
}

function bodies(frame: Frame, draft: Draft, text: string): Draft['wording'] {
  const named = frame.channels.length > 0 ? frame.channels : draft.channels;
  const keys = named.length > 0 ? named : frame.input.vocabulary.channels.map(({ key }) => key);
  return {
    ...draft.wording,
    ...Object.fromEntries(keys.map((key) => [key, { ...draft.wording[key], body: text.slice(0, 8000) }])),
  };
}
