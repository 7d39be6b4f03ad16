// In which form a letter stands on a channel: what it is made of, and how much of it there is room for.
import type { ChannelRegistry } from '../../channels/contract.ts';

/** `email` has a subject and room; `chat` is short; a `glance` is a title and a sentence or two, read from a locked screen. */
export const FAMILIES = ['email', 'chat', 'glance'] as const;
export type Family = (typeof FAMILIES)[number];

export type ChannelForm = {
  family: Family;
  /** A subject or a title stands above the text. */
  hasSubject: boolean;
  maxLength: number | null;
  maxTitle: number | null;
  /** Everybody reads it: there is nobody to tell how to stop it. */
  isPublic: boolean;
};

// A text with less room than this is read in passing, and a tap leads to the rest.
const GLANCE = 400;

type Room = {
  maxTextLength: number | null;
  hasSubject: boolean;
  hasHtml: boolean;
  maxTitleLength?: number;
  isPublic?: boolean;
};
const PLAIN: Room = { maxTextLength: null, hasSubject: false, hasHtml: false };

// Meta takes 1,024 characters in a template's body, LINE 5,000 in a text message, Twilio ten segments. Phones show some
// 40 to 65 characters of a push's title and 178 to 240 of its text.
const USUAL: Readonly<Record<string, Room>> = {
  email: { maxTextLength: null, hasSubject: true, hasHtml: true },
  whatsapp: { ...PLAIN, maxTextLength: 1024 },
  line: { ...PLAIN, maxTextLength: 5000 },
  sms: { ...PLAIN, maxTextLength: 1600 },
  push: { maxTextLength: 240, hasSubject: true, hasHtml: false, maxTitleLength: 65 },
  web_push: { maxTextLength: 240, hasSubject: true, hasHtml: false, maxTitleLength: 65 },
  facebook: { ...PLAIN, maxTextLength: 5000, isPublic: true },
  x: { ...PLAIN, maxTextLength: 280, isPublic: true },
  linkedin: { ...PLAIN, maxTextLength: 3000, isPublic: true },
  in_app: { maxTextLength: 2000, hasSubject: true, hasHtml: false, maxTitleLength: 100 },
};

/** What the channel itself says of its room; without the registry the platforms' usual. */
export function channelForm(channel: string, channels?: ChannelRegistry): ChannelForm {
  const room = channels?.get(channel)?.capabilities ?? USUAL[channel] ?? PLAIN;
  const { maxTextLength, hasSubject, hasHtml, maxTitleLength = null, isPublic = false } = room;
  return {
    family: hasHtml ? 'email' : (maxTextLength ?? GLANCE) < GLANCE ? 'glance' : 'chat',
    hasSubject,
    maxLength: maxTextLength,
    maxTitle: hasHtml ? null : maxTitleLength,
    isPublic,
  };
}

export const familyOf = (channel: string, channels?: ChannelRegistry): Family =>
  channelForm(channel, channels).family;
