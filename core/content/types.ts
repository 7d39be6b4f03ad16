// What a campaign type is.
import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';
import type { RecipientRules } from '../audience/recipient.ts';
import type { CampaignTypeWords } from '../vocabulary.ts';

/** `inDays` calendar days from today at `time`, each recipient's own clock. */
export type DefaultSchedule = { inDays: number; time: string };

/** The words of a letter without its greeting, list of units and sign-off, which are the same in every one. */
export type LetterPieces = { subject: string; opening: string; ask: string };

/**
 * `purpose` decides the consent it rests on; `roles` whom it reaches (none: everybody at the customer); `callToAction`
 * what the recipient is asked to do.
 */
export type CampaignType = CampaignTypeWords &
  RecipientRules & {
    defaultTone: 'formal' | 'casual';
    callToAction: string;
    needsTopic: boolean;
    /** An offer says it as well as a topic does. */
    offerSuffices?: boolean;
    /** Fields without which it makes no sense: a workspace that lacks one is not offered it. */
    needsFields: readonly string[];
    /** When it goes out unless somebody says; null means as soon as it is approved. */
    defaultSchedule: DefaultSchedule | null;
    /** The built-in type as whose answers its answers are read; its own key without. */
    answersLike?: 'renewal' | 'survey' | 'announcement' | 'seasonal' | 'technical';
    /** Nobody is asked to renew what was renewed after the approval. */
    dropsWhenRenewed?: boolean;
    /** Its letters name every unit of the customer: what they say is about these. */
    listsUnits?: boolean;
    /** Its letters say what the workspace offers for a renewal. */
    saysRenewalOffer?: boolean;
    /** The workspace's own words; a built-in type has its letters in templates/. */
    letter?: LetterPieces;
  };

/** Whether what it asks for is a score from 0 to 10. */
export const isSurvey = ({ key, answersLike }: Pick<CampaignType, 'key' | 'answersLike'>): boolean =>
  (answersLike ?? key) === 'survey';

/** Whether nobody has said what such a letter is about. */
export const saysNothing = (
  { needsTopic, offerSuffices }: Pick<CampaignType, 'needsTopic' | 'offerSuffices'>,
  { topic, offer }: { topic: string | null; offer?: unknown },
): boolean => needsTopic && !topic && !(offerSuffices && offer);

/** The fields that a type needs and that are not among these. */
export const lackedFields = (
  { needsFields }: Pick<CampaignType, 'needsFields'>,
  fields: readonly { key: string }[],
): string[] => needsFields.filter((key) => !fields.some((one) => one.key === key));

/** The refusal of a key that is no type here, naming those that are. */
export const unknownType = (key: string, known: readonly string[]): AppError =>
  new AppError('input:invalid', `There is no campaign type "${key.slice(0, 40)}".`, {
    nextStep: `Use ${joinWords([...known], 'or')}.`,
    where: { path: 'type' },
  });
