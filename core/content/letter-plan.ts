// What all letters of a campaign share: its type, its wordings, its sources, read and parsed once.
import type { ChannelRegistry } from '../../channels/contract.ts';
import { fold } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import type { ShownImage } from '../images/read-images.ts';
import type { Family } from './channel-form.ts';
import type { CustomerFacts } from './facts.ts';
import { OWN_ASK, ownWordings } from './letters.ts';
import type { CampaignType } from './types.ts';
import type { Tone } from './view.ts';
import { toneOfType, type Voice } from './voice.ts';
import { parseWording, type Wording } from './wording.ts';

/** What of a context a letter needs. */
export type Desk = Pick<Ctx, 'tenant' | 'keys' | 'baseUrl'>;

export type ComposeInput = {
  /** With its schedule, what the letter says of days is true on the day it goes out. */
  draft: Pick<Draft, 'type' | 'tone' | 'topic' | 'wording'> &
    Partial<
      Pick<
        Draft,
        | 'schedule'
        | 'offer'
        | 'link'
        | 'image'
        | 'address'
        | 'hide'
        | 'length'
        | 'language'
        | 'translations'
        | 'variants'
        | 'groups'
      >
    >;
  /** All recipients of the campaign: with more than one at a customer the letter greets the team. */
  recipients: readonly Recipient[];
  /** What `draft.image` is. */
  image?: ShownImage | null;
  /** For the length that each channel takes; without it the platforms' usual ones. */
  channels?: ChannelRegistry;
  /** Whose recipients may have texts of their own (core/content/writing/). */
  campaignId?: string;
  /** The campaign whose offer's codes the letters name and whose short links they have; without it they name no code. */
  codesFor?: string;
  /** Names of units here, where texts of a model's are judged. */
  unitsHere?: readonly string[];
  /** Goes to a tester, whose click on "unsubscribe" must not stop the customer's contact. */
  isTest?: boolean;
};

export type LetterPlan = ComposeInput & {
  type: CampaignType;
  wordings: ReadonlyMap<string, Wording>;
  /** Of a type that the workspace made. */
  own: Record<Family, Wording> | null;
  /** The same, with what it asks for given. */
  ownAsked: Record<Family, Wording> | null;
  perCustomer: ReadonlyMap<string, number>;
  casualFor: ReadonlySet<string>;
  sources: Map<string, string[]>;
  /** The workspace's own words as well. */
  offers: string[];
  allowedLinks: string[];
  voice: Voice;
};

/** What all letters of a campaign share; `template:invalid` for wording that cannot be read. */
export function planLetters(
  desk: Desk,
  { type, ...input }: ComposeInput & { type: CampaignType },
): LetterPlan {
  const { settings } = desk.tenant;
  const counts = Map.groupBy(input.recipients, ({ customerId }) => customerId);
  return {
    ...input,
    type,
    own: type.letter ? ownWordings(type.letter, type) : null,
    ownAsked: type.letter ? ownWordings({ ...type.letter, ask: OWN_ASK }, type) : null,
    wordings: new Map(
      Object.entries(input.draft.wording).map(([channel, given]) => [channel, parseWording(channel, given)]),
    ),
    perCustomer: new Map(
      [...counts].map(([id, all]) => [id, new Set(all.map(({ contactId }) => contactId)).size]),
    ),
    casualFor: new Set(settings.casualFor.map(fold)),
    voice: settings.voice,
    sources: new Map(),
    offers: settings.renewalOffers.flatMap((offer) => [offer.says, ...Object.values(offer.in)]),
    allowedLinks: [
      desk.baseUrl,
      ...(settings.supportUrl ? [settings.supportUrl] : []),
      ...settings.links.allowed,
      ...(settings.links.short.domain ? [settings.links.short.domain] : []),
    ],
  };
}

/** The person's choice, else casual where the workspace says so of the brand, one above it, or the business type, else the type's. */
export function toneFor(
  { draft, casualFor, type, voice }: LetterPlan,
  { brandPath, type: business }: CustomerFacts,
): Tone {
  if (draft.tone) return draft.tone;
  const isCasual = [...brandPath, business ?? ''].some((name) => casualFor.has(fold(name)));
  return isCasual ? 'casual' : toneOfType(voice, type);
}

export function sourcesOf(
  { draft, sources, offers, voice }: LetterPlan,
  { key, wording }: { key: string; wording: Wording | undefined },
) {
  const text = wording?.source ?? key;
  const known = sources.get(text) ?? [text, key, ...ownWords(draft), ...offers, ...instead(voice)];
  sources.set(text, known);
  return known;
}

const instead = ({ avoid }: Voice): string[] => avoid.flatMap(({ say }) => say ?? []);

function ownWords({ topic, offer, translations = {} }: LetterPlan['draft']): string[] {
  const translated = Object.values(translations).flatMap((one) => [one.topic, one.offer]);
  return [topic, offer?.says, ...translated].flatMap((words) => words ?? []);
}
