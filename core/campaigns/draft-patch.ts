import { z } from 'zod';
import { draftSchema } from './draft.ts';

const { shape } = draftSchema;

/** Some fields of a draft, each whole. Without the draft's defaults: what is left out stays as it is. */
export const draftPatchSchema = z
  .strictObject({
    name: shape.name,
    type: shape.type,
    filter: shape.filter.unwrap(),
    excludedCustomerIds: shape.excludedCustomerIds.unwrap(),
    leaveOutFaulty: shape.leaveOutFaulty.unwrap(),
    channels: shape.channels.unwrap(),
    schedule: shape.schedule.unwrap(),
    tone: shape.tone.unwrap(),
    roles: shape.roles.unwrap(),
    contactIds: shape.contactIds.unwrap(),
    topic: shape.topic.unwrap(),
    objective: shape.objective.unwrap(),
    offer: shape.offer.unwrap(),
    link: shape.link.unwrap(),
    image: shape.image.unwrap(),
    budget: shape.budget.unwrap(),
    repeat: shape.repeat.unwrap(),
    canary: shape.canary.unwrap(),
    address: shape.address.unwrap(),
    hide: shape.hide.unwrap(),
    length: shape.length.unwrap(),
    wording: shape.wording.unwrap(),
    language: shape.language.unwrap(),
    translations: shape.translations.unwrap(),
    groups: shape.groups.unwrap(),
    variants: shape.variants.unwrap(),
  } satisfies Record<keyof typeof shape, z.ZodType>)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'names nothing to change');
