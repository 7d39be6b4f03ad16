// The built-in letter of a type as one channel has room for it, in the workspace's own words.
import { SENTENCE_END } from '../../lib/sentence-end.ts';
import type { ChannelForm } from './channel-form.ts';
import type { LetterPlan } from './letter-plan.ts';
import { type Letter, type LetterKey, writeLetter } from './letters.ts';
import type { View } from './view.ts';
import { inVoice, type Voice } from './voice.ts';
import { writeWording } from './wording.ts';

type Input = { plan: LetterPlan; key: LetterKey; form: ChannelForm; view: View; ask: string | null };

/** Of the type's own words where the workspace made it; a short e-mail has the body of a chat message. What is short is in `view`. */
export function builtInLetter({ plan, key, form, view, ask }: Input): Letter {
  const { own, voice, draft } = plan;
  const write = (family: LetterKey['family']): Letter =>
    own
      ? writeWording((ask === null ? own : plan.ownAsked!)[family], { ...view, own_ask: ask }, { body: '' })
      : writeLetter({ ...key, family, ask }, view);
  const isShort = form.family === 'email' && draft.length === 'short' && !own;
  const letter = write(isShort ? 'chat' : form.family);
  const titled = isShort || (form.hasSubject && form.family === 'chat');
  const whole = titled ? { ...letter, subject: titleOf(write('email'), form) } : letter;
  const said = own ? whole : spoken(whole, voice, view);
  return form.family === 'glance' ? atAGlance(said, form) : said;
}

function spoken(letter: Letter, voice: Voice, { customer, contact, units, sender }: View): Letter {
  const names = [customer.name, contact.name, ...(units ?? []), sender.company, sender.signature];
  const said = (text: string) =>
    inVoice(
      text,
      voice,
      names.filter((name) => name !== null),
    );
  return { ...(letter.subject ? { subject: said(letter.subject) } : {}), body: said(letter.body) };
}

/** As many sentences as there is room for, the offer whole. */
export function atAGlance({ subject = '', body }: Letter, { maxLength, maxTitle }: ChannelForm): Letter {
  const [opening = '', ...rest] = body.split('\n\n');
  const sentences = opening.split(SENTENCE_END).filter(Boolean);
  const said = (count: number) =>
    [...sentences.slice(0, count), ...rest]
      .filter(Boolean)
      .map((part) => (/[。！？]$/u.test(part) ? part : `${part} `))
      .join('')
      .trimEnd();
  let count = sentences.length;
  while (count > 1 && maxLength !== null && said(count).length > maxLength) count -= 1;
  return { subject: maxTitle === null ? subject : inRoom(subject, maxTitle), body: said(count) };
}

/** A title of an e-mail's subject, as much as there is room for. */
const titleOf = ({ subject = '' }: Letter, { maxTitle }: ChannelForm): string =>
  maxTitle === null ? subject : inRoom(subject, maxTitle);

/** Ends where a clause does, so that no day or number is cut in two; else at a word. */
function inRoom(title: string, max: number): string {
  if (title.length <= max) return title;
  const shown = title.slice(0, max);
  return (
    /^(.{12,}?)[,;–—(（，、](?!.*[,;–—(（，、])/u.exec(shown)?.[1]?.trim() ??
    `${shown.slice(0, -1).replace(/\s+\S*$/u, '')}…`
  );
}
