// A letter in its channel's frame: the footer with the way out, the HTML twin, the headers.
import type { Rendered } from '../../channels/contract.ts';
import { toSmsText } from '../../lib/sms-length.ts';
import type { ShownImage } from '../images/read-images.ts';
import type { AddressForm } from './address-form.ts';
import type { ChannelForm } from './channel-form.ts';
import type { EmailBranding, EmailShell } from './email-shell.ts';
import type { Desk } from './letter-plan.ts';
import { type Letter, writeFooter } from './letters.ts';
import { lineCard } from './line-card.ts';
import { type Shorten, shortener, withShortLinks } from './links/short-links.ts';
import { tidy } from './liquid.ts';
import { COLON, speechOf } from './speech.ts';
import { type Call, callScript, spokenCall } from './spoken/call.ts';
import { isSpoken, TASK_CHANNEL } from './spoken/channels.ts';
import { questionOf } from './spoken/questions.ts';
import type { CampaignType } from './types.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import type { View } from './view.ts';

export type Frame = {
  language: string;
  channel: string;
  form: ChannelForm;
  purpose: 'service' | 'marketing';
  branding: EmailBranding;
  /** Who heads a LINE card; null where messages are bare text. */
  card: { sender: string | null } | null;
  /** Below the letter; empty where none is needed. */
  footer: string;
  /** E-mail only. */
  unsubscribeUrl: string | null;
  imprint: string | null;
  link: Rendered['link'] | null;
  /** Where it is said instead of shown. */
  call: Call | null;
  /** SMS only, which are paid by length. */
  shorten: Shorten | null;
  isTest: boolean;
  /** Above the letter. */
  image: ShownImage | null;
};

export type FrameInput = {
  view: View;
  language: string;
  channel: string;
  form: ChannelForm;
  purpose: Frame['purpose'];
  contactId: string;
  /** Without one nothing is frozen: its short addresses lead nowhere. */
  campaignId: string;
  isTest: boolean;
  image: ShownImage | null;
  address: AddressForm;
  type: Pick<CampaignType, 'key' | 'answersLike'>;
};

export function makeFrame(desk: Desk, input: FrameInput): Frame {
  const { view, language, channel, form, purpose, contactId, campaignId, isTest, image, address, type } =
    input;
  const { company, postal_address: postal } = view.sender;
  const { lineCards, branding, locale } = desk.tenant.settings;
  const codes = view.offer_code ? [view.offer_code] : [];
  const isEmail = form.family === 'email';
  return {
    language,
    channel,
    form,
    purpose,
    branding,
    card: lineCards && channel === 'line' ? { sender: company } : null,
    footer:
      form.family === 'glance' || form.isPublic || isSpoken(channel)
        ? ''
        : writeFooter({ language, address }, form.family, { ...view, purpose }),
    unsubscribeUrl: isEmail
      ? unsubscribeUrl(desk, { tenantId: desk.tenant.id, contactId, purpose, isTest })
      : null,
    imprint: isEmail ? [company, postal].filter(Boolean).join(', ') || null : null,
    link: view.link ? { url: view.link, label: view.link_label } : null,
    call: isSpoken(channel)
      ? { ...{ language, purpose, codes }, question: questionOf(type), home: locale }
      : null,
    shorten: channel === 'sms' ? shortener(desk, { campaignId, contactId, isTest }) : null,
    isTest,
    image,
  };
}

const UNSUBSCRIBE = { marketing: 'Unsubscribe', service: 'Stop these messages' };

/** The message as it goes out; without `shell` the HTML twin is left away. */
export function frameLetter(letter: Letter, frame: Frame, shell: EmailShell | null): Rendered {
  const { form, unsubscribeUrl: url, link } = frame;
  if (form.family !== 'email' || !url)
    return form.hasSubject ? notice(letter, frame) : frameChat(letter, frame);
  const subject = leftToRight(letter.subject ?? '');
  const { footer, imprint, language } = frame;
  const label = (speechOf(language)?.unsubscribe ?? UNSUBSCRIBE)[frame.purpose];
  const colon = speechOf(language)?.colon ?? COLON;
  const text = `${letter.body}\n\n--\n${footer}\n${label}${colon}${url}${imprint ? `\n\n${imprint}` : ''}`;
  const html = shell?.({
    language,
    subject,
    body: letter.body,
    footer,
    unsubscribeLabel: label,
    unsubscribeUrl: url,
    imprint,
    branding: frame.branding,
    link,
    image: frame.image,
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

/** A push or an in-app message: its link is what a tap or its button opens, so the text need not show it. */
function notice({ subject = '', body }: Letter, { footer, link, image, language }: Frame): Rendered {
  const colon = speechOf(language)?.colon ?? COLON;
  const shown = link ? tidy(body.replace(`${link.label}${colon}${link.url}`, '')) : body;
  return {
    subject: leftToRight(subject),
    text: paragraphs(shown, footer),
    ...(link ? { link } : {}),
    ...pictured(image),
  };
}

const BEGINS_FROM_THE_RIGHT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A line is set from the side of its first letter; with a name of another script in front it would be read backwards. */
const leftToRight = (line: string): string => (BEGINS_FROM_THE_RIGHT.test(line) ? `\u200e${line}` : line);

function frameChat(letter: Letter, frame: Frame): Rendered {
  const { channel, footer, card, branding, link, shorten, image, language, call } = frame;
  if (call)
    return channel === TASK_CHANNEL
      ? { text: callScript(letter, call) }
      : { text: spokenCall(letter, call), language };
  const { body } = letter;
  const text = paragraphs(body, footer);
  if (channel === 'sms') return { text: toSmsText(shorten ? withShortLinks(text, shorten) : text) };
  return {
    text,
    ...(card ? { card: lineCard(text, { ...card, accent: branding.accent, link, image }) } : {}),
    // A GIF is refused there.
    ...(channel === 'whatsapp' && !image?.url.endsWith('.gif') ? pictured(image) : {}),
  };
}

const pictured = (image: ShownImage | null): Pick<Rendered, 'image'> =>
  image ? { image: { url: image.url, alternative: image.alternative } } : {};

// A person's own wording may say already how to stop.
const paragraphs = (body: string, footer: string): string =>
  footer === '' || /\bSTOP\b/.test(body) ? body : `${body}\n\n${footer}`;
