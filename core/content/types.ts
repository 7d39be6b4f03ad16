// What a campaign type is, and how one is found.
import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';
import type { RecipientRules } from '../audience/recipient.ts';
import type { CampaignTypeWords } from '../vocabulary.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';

/**
 * `purpose` decides the consent it rests on; `roles` whom it reaches (none: everybody at the customer); `callToAction`
 * what the recipient is asked to do; `needsTopic` that it says little unless somebody says what it is about.
 */
export type CampaignType = CampaignTypeWords &
  RecipientRules & {
    defaultTone: 'formal' | 'casual';
    callToAction: string;
    needsTopic: boolean;
    /** Fields without which it makes no sense: a workspace that lacks one is not offered it. */
    needsFields: readonly string[];
  };

/** The types that make sense with these fields. */
export const typesFor = (fields: readonly { key: string }[]): readonly CampaignType[] =>
  CAMPAIGN_TYPES.filter(({ needsFields }) =>
    needsFields.every((key) => fields.some((one) => one.key === key)),
  );

/** The type with this key; `input:invalid` names those that there are. */
export function campaignType(key: string, among: readonly CampaignType[] = CAMPAIGN_TYPES): CampaignType {
  const found = among.find((type) => type.key === key);
  if (found) return found;
  const known = joinWords(
    among.map((type) => type.key),
    'or',
  );
  throw new AppError('input:invalid', `There is no campaign type "${key.slice(0, 40)}".`, {
    nextStep: `Use ${known}.`,
    where: { path: 'type' },
  });
}
