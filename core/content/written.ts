// What a writing mind is given, and what becomes of what it wrote. Pure: the mind itself is called outside any
// transaction.
import type { Rendered } from '../../channels/contract.ts';
import type { WriterInput } from '../ports.ts';
import type { Composed } from './compose-one.ts';
import type { EmailShell } from './email-shell.ts';
import { frameLetter } from './frame.ts';
import { tidy } from './liquid.ts';
import { verifyMessage } from './verify/verify-message.ts';
import type { Voice } from './voice.ts';

/** Everything that a message may say, and the built-in letter to stay close to; no footer, which is ours to add. */
export function writerInput({ recipient, letter, made }: Composed): WriterInput {
  const { greeting, customer, contact, contract, units, unit, unit_count, sender, attributes, occasion } =
    made.view;
  return {
    language: made.frame.language,
    tone: made.tone,
    channel: recipient.channel,
    type: made.type,
    topic: made.topic,
    facts: {
      greeting,
      customer,
      contact,
      contract,
      [unit.many]: units,
      [`number of ${unit.many}`]: unit_count,
      sender,
      attributes,
      ...(made.type === 'seasonal' ? { occasion } : {}),
    },
    ...styleOf(made.check.voice),
    template: { ...(letter.subject === undefined ? {} : { subject: letter.subject }), text: letter.body },
  };
}

function styleOf(voice: Voice | undefined): Pick<WriterInput, 'style'> {
  if (!voice) return {};
  const { avoid, prohibited, emoji, note } = voice;
  if (avoid.length + prohibited.length === 0 && emoji && note === '') return {};
  return { style: { avoid: avoid.map(({ word }) => word), never: prohibited, emoji, note } };
}

type Text = Pick<Rendered, 'subject' | 'text'> & { author?: 'writer' | 'person' };

/**
 * Puts a written text in its frame if it passes every check; else the built-in message stays, a finding says what was
 * wrong with the written one, and `refused` has all of it. A person may state what they like, in the checks' limits.
 * `shell` lays out the HTML twin of e-mail.
 */
export function acceptWritten(
  composed: Composed,
  written: Text,
  shell: EmailShell | null,
): Composed & { refused?: string[] } {
  const { made } = composed;
  const { author = 'writer' } = written;
  const subject =
    composed.letter.subject === undefined ? undefined : (written.subject ?? composed.letter.subject);
  const letter = { ...(subject === undefined ? {} : { subject: subject.trim() }), body: tidy(written.text) };
  const rendered = frameLetter(letter, made.frame, shell);
  const own = author === 'person' ? [`${written.subject ?? ''}\n${written.text}`] : [];
  const sources = [made.topic ?? '', `${composed.letter.subject ?? ''}\n${composed.letter.body}`, ...own];
  const found = verifyMessage({ ...made.check, author, sources, letter, rendered });
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0)
    return { ...composed, letter, rendered, findings: [...composed.findings, ...found] };
  const why = `The written text was not used, the built-in one is: ${errors[0]!.message}`;
  return {
    ...composed,
    findings: [
      ...composed.findings,
      { severity: 'warning', message: why, place: 'body', repair: 'Write it once more without that.' },
    ],
    refused: errors.map(({ message }) => message),
  };
}
