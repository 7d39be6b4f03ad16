// E-mail as a place to talk to the agent: by the mailbox that customers write to. A thread of mails is a conversation; mails
// have no buttons, so that whoever may decide finds the short code in theirs.
import { createTransport } from 'nodemailer';
import { cardText, LISTED, textsOfPart } from '../part-text.ts';
import type { Answering, Card, Surface, SurfaceClient } from '../surface-contract.ts';
import { oneLine } from './compose-mail.ts';
import { poolOptions, type SmtpSettings, smtpSettings } from './smtp.ts';

type WithSender = SmtpSettings & { from: string };

export const createEmailSurface = (): Surface<WithSender> => ({
  key: 'email',
  label: 'E-mail',
  settings: smtpSettings.transform((settings, context): WithSender => {
    if (!settings.from || !settings.imap)
      context.addIssue({ code: 'custom', message: 'needs "from" and "imap"', path: ['from'] });
    return { ...settings, from: settings.from ?? '' };
  }),
  open: openMail,
  placeOf,
  readerOf: (place) => readPlace(place).address,
});

const MESSAGE_ID = /<[^<>\s]{1,300}>/u;
const ANSWERING = /^(?:\s*(?:re|aw|antw|sv|rv|res|fwd?|wg|tr|回复|答复|ตอบกลับ)\s*[:：])+\s*/iu;

/** "anong@example.com <root@mail> Renewals": whose, the mail it began with, and what it is about. */
function placeOf({ from, headers }: { from: string; headers: Record<string, string> }): string {
  const root = [headers.references, headers['in-reply-to'], headers['message-id']]
    .map((header) => MESSAGE_ID.exec(header ?? '')?.[0])
    .find(Boolean);
  const subject = oneLine(headers.subject ?? '')
    .replace(ANSWERING, '')
    .slice(0, 150);
  return root ? [from, root, subject].filter(Boolean).join(' ') : from;
}

function readPlace(place: string) {
  const [address = '', root = '', ...subject] = place.split(' ');
  return { address, root, subject: subject.join(' ') };
}

function openMail({ from, ...settings }: WithSender): SurfaceClient {
  const transport = createTransport(poolOptions({ ...settings, from } as SmtpSettings));
  type Mail = { text: string; title?: string; file?: { name: string; content: string } };

  async function send(place: string, { text, title, file }: Mail): Promise<string> {
    const { address, root, subject } = readPlace(place);
    const { messageId } = await transport.sendMail({
      envelope: { from, to: [address] },
      from: { name: 'Refrain', address: from },
      to: { name: '', address },
      subject: root ? `Re: ${subject || 'your message'}` : oneLine(title ?? 'Refrain'),
      text,
      // No machine answers a machine.
      headers: { 'Auto-Submitted': 'auto-replied' },
      ...(root ? { inReplyTo: root, references: root } : {}),
      ...(file
        ? {
            attachments: [
              { filename: file.name, content: Buffer.from(file.content), contentType: 'text/csv' },
            ],
          }
        : {}),
    });
    return messageId;
  }

  function answer(place: string): Answering {
    const said: string[] = [];
    const shown: string[] = [];
    return {
      write: async (text) => void said.push(text),
      show: async (part) => void shown.push(...textsOfPart(part)),
      async end() {
        const text = [said.join('').trim(), ...shown].filter(Boolean).join('\n\n');
        if (text) await send(place, { text });
      },
    };
  }
  const say = async (place: string, text: string) => void (await send(place, { text }));
  return {
    longList: LISTED,
    answer,
    say,
    whisper: (place, _to, text) => say(place, text),
    privately: async (to) => to,
    post: (place, card) => send(place, { text: wordsOf(card), title: TITLES[card.kind] }),
    sendFile: async (place, { name, title, content }) =>
      void (await send(place, { text: title, file: { name, content } })),
  };
}

const TITLES = {
  approval: 'An approval is asked for',
  progress: 'How a campaign goes',
  reply: 'A customer has written',
  late: 'A customer still waits',
  escalated: 'A customer waits for an answer',
};

function wordsOf(card: Card): string {
  const text = cardText(card);
  if (card.kind === 'progress') return text;
  if (card.kind !== 'approval') {
    const who = card.part.contact ?? card.part.customer ?? 'them';
    return `${text}\n\nAnswer this mail with what ${who} should be told, and I show you the message before it goes.`;
  }
  if (card.part.status !== 'requested') return text;
  return card.part.shortCode
    ? `${text}\n\nTo approve exactly that, answer with nothing but this code: ${card.part.shortCode}`
    : `${text}\n\nSomebody who may approves it on the page.`;
}
