import type { Draft, VariantOf } from '../../../core/campaigns/draft.ts';

export type DraftWords = Pick<Draft, 'tone' | 'topic' | 'length' | 'address' | 'wording'>;

/** A variant as a form holds it: what is empty is as the draft has it. */
export type Given = {
  name: string;
  tone: VariantOf['tone'] | '';
  length: VariantOf['length'] | '';
  address: VariantOf['address'] | '';
  topic: string;
  /** By channel, or by channel and language: "email", "email/th". */
  wording: Record<string, { subject: string; ask: string; body: string }>;
};

export const toGiven = ({ name, tone, length, address, topic, wording }: VariantOf): Given => ({
  ...{ name: name ?? '', tone: tone ?? '', length: length ?? '', address: address ?? '', topic: topic ?? '' },
  wording: Object.fromEntries(
    Object.entries(wording ?? {}).map(([key, { subject = '', ask = '', body = '' }]) => [
      key,
      { subject, ask, body },
    ]),
  ),
});

export function toVariant({ name, tone, length, address, topic, wording }: Given): VariantOf {
  const words = Object.entries(wording).flatMap(([key, { subject, ask, body }]) => {
    const said = {
      ...(subject.trim() ? { subject } : {}),
      ...(ask.trim() ? { ask } : {}),
      ...(body.trim() ? { body } : {}),
    };
    return Object.keys(said).length > 0 ? [[key, said] as const] : [];
  });
  return {
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(tone ? { tone } : {}),
    ...(length ? { length } : {}),
    ...(address ? { address } : {}),
    ...(topic.trim() ? { topic: topic.trim() } : {}),
    ...(words.length > 0 ? { wording: Object.fromEntries(words) } : {}),
  };
}

/** The draft itself as a form holds it, and what of it a form has changed. */
export const givenOfDraft = ({ tone, topic, ...draft }: DraftWords): Given =>
  toGiven({ ...draft, tone: tone ?? undefined, topic: topic ?? undefined });
/** Of a form, what the draft does not say yet; null for nothing. */
export function changedIn(given: Given, draft: DraftWords): Partial<DraftWords> | null {
  const changed = Object.entries(toDraft(given)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(draft[key as keyof DraftWords]),
  );
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}
export const toDraft = (given: Given): DraftWords => {
  const { tone = null, topic = null, length = 'full', address = 'polite', wording = {} } = toVariant(given);
  return { tone, topic, length, address, wording };
};

/** Whether anything is said otherwise than the draft says it; a name alone does not. */
export const saysAnything = (variant: VariantOf): boolean =>
  Object.keys(variant).some((key) => key !== 'name');
