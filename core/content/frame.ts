// A letter in its channel's frame: the footer with the way out, the HTML twin, the headers.
import type { Rendered } from '../../channels/contract.ts';
import { toSmsText } from '../../lib/sms-length.ts';
import type { Desk } from './compose-one.ts';
import type { EmailBranding, EmailShell } from './email-shell.ts';
import { type Family, type Letter, writeFooter } from './letters.ts';
import { lineCard } from './line-card.ts';
import { speechOf } from './speech.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import type { View } from './view.ts';

export type Frame = {
  language: string;
  channel: string;
  family: Family;
  purpose: 'service' | 'marketing';
  branding: EmailBranding;
  /** Who heads a LINE card; null where messages are bare text. */
  card: { sender: string | null } | null;
  /** Below the letter; empty where none is needed. */
  footer: string;
  /** E-mail only. */
  unsubscribeUrl: string | null;
  imprint: string | null;
};

export type FrameInput = {
  view: View;
  language: string;
  channel: string;
  family: Family;
  purpose: Frame['purpose'];
  contactId: string;
  isTest: boolean;
};

export function makeFrame(desk: Desk, input: FrameInput): Frame {
  const { view, language, channel, family, purpose, contactId, isTest } = input;
  const { company, postal_address: address } = view.sender;
  const { lineCards, branding } = desk.tenant.settings;
  const isEmail = family === 'email';
  return {
    language,
    channel,
    family,
    purpose,
    branding,
    card: lineCards && channel === 'line' ? { sender: company } : null,
    footer: writeFooter(language, family, { ...view, purpose }),
    unsubscribeUrl: isEmail
      ? unsubscribeUrl(desk, { tenantId: desk.tenant.id, contactId, purpose, isTest })
      : null,
    imprint: isEmail ? [company, address].filter(Boolean).join(', ') || null : null,
  };
}

const UNSUBSCRIBE = { marketing: 'Unsubscribe', service: 'Stop these messages' };

/** The message as it goes out; without `shell` the HTML twin is left away. */
export function frameLetter(letter: Letter, frame: Frame, shell: EmailShell | null): Rendered {
  if (frame.family === 'chat' || !frame.unsubscribeUrl) return frameChat(letter, frame);
  const subject = letter.subject ?? '';
  const { footer, imprint, language, unsubscribeUrl: url } = frame;
  const label = (speechOf(language)?.unsubscribe ?? UNSUBSCRIBE)[frame.purpose];
  const text = `${letter.body}\n\n--\n${footer}\n${label}: ${url}${imprint ? `\n\n${imprint}` : ''}`;
  const html = shell?.({
    language,
    subject,
    body: letter.body,
    footer,
    unsubscribeLabel: label,
    unsubscribeUrl: url,
    imprint,
    branding: frame.branding,
  });
  return {
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    headers: {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function frameChat({ body }: Letter, { channel, footer, card, branding }: Frame): Rendered {
  const text = paragraphs(body, footer);
  if (channel === 'sms') return { text: toSmsText(text) };
  return { text, ...(card ? { card: lineCard(text, { ...card, accent: branding.accent }) } : {}) };
}

// A person's own wording may say already how to stop.
const paragraphs = (body: string, footer: string): string =>
  footer === '' || /\bSTOP\b/.test(body) ? body : `${body}\n\n${footer}`;
