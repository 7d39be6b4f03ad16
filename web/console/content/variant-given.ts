import type { VariantOf } from '../../../core/campaigns/draft.ts';

/** A variant as a form holds it: what is empty is as the draft has it. */
export type Given = {
  name: string;
  tone: VariantOf['tone'] | '';
  length: VariantOf['length'] | '';
  address: VariantOf['address'] | '';
  topic: string;
  /** By channel, or by channel and language: "email", "email/th". */
  wording: Record<string, { subject: string; body: string }>;
};

export const toGiven = ({ name, tone, length, address, topic, wording }: VariantOf): Given => ({
  ...{ name: name ?? '', tone: tone ?? '', length: length ?? '', address: address ?? '', topic: topic ?? '' },
  wording: Object.fromEntries(
    Object.entries(wording ?? {}).map(([key, { subject = '', body = '' }]) => [key, { subject, body }]),
  ),
});

export function toVariant({ name, tone, length, address, topic, wording }: Given): VariantOf {
  const words = Object.entries(wording).flatMap(([key, { subject, body }]) => {
    const said = { ...(subject.trim() ? { subject } : {}), ...(body.trim() ? { body } : {}) };
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

/** Whether anything is said otherwise than the draft says it; a name alone does not. */
export const saysAnything = (variant: VariantOf): boolean =>
  Object.keys(variant).some((key) => key !== 'name');
