// Drafts that provoke findings, in few words.
import type { Given } from './finding-kit.ts';

/** `mended` is what a person makes of it who does what the repair says; without it the repair is a button. */
export type Row = { found: RegExp; given: Given; mended?: Given };

export const BODY =
  '{{ greeting }}\n\nYour agreement covers {{ unit_list }}.\n\nPlease reply to this message.';
export const own = (body: string, given: Given = {}): Given => ({
  ...given,
  draft: { ...given.draft, wording: { [given.channel ?? 'email']: { body } } },
});
/** A letter of one's own with this behind its first sentence. */
export const saying = (words: string, given: Given = {}): Given =>
  own(
    BODY.replace('{{ unit_list }}.', (list) => `${list} ${words}`),
    given,
  );
export const titled = (subject: string, given: Given = {}): Given => ({
  ...given,
  draft: { ...given.draft, wording: { [given.channel ?? 'email']: { subject } } },
});
export const model = (adds: string, given: Given = {}): Given => ({ ...given, model: { adds } });
export const PLAIN: Given = {};
export const voice = (more: object) => ({ settings: { voice: more } });
export const marketing: Given = { draft: { type: 'feature', topic: 'a new player' } };
export const CODE = { prefix: null, limit: 5, oncePerCustomer: false, validFrom: null, validUntil: null };
export const coded: Given = {
  draft: {
    ...{ type: 'voucher', topic: null },
    offer: { kind: 'voucher', says: 'a voucher of THB 500', code: { ...CODE, value: null, budget: null } },
  },
};
export const image = {
  ...{ name: 'Pool', alternative: 'A pool' },
  ...{ url: 'https://refrain.example/i/x.png', width: 60, height: 40 },
};
export const FAR_FROM_FEASTS = { kind: 'local', date: '2027-06-15', time: '09:00' } as const;
export const byHistory = (renewalOffers: object[]) => ({ settings: { renewalOffers } });
