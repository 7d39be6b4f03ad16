// Answers to a survey that were pressed on its page: replies like any other, with the score that was pressed.
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { addresses, campaigns, contacts, manifestRows, messages, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { SURVEY_PAGE } from '../content/answer-link.ts';
import { campaignType } from '../content/find-type.ts';
import { isSurvey } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import { readContactLanguages } from '../customers/contact-language.ts';
import type { IsLikelyStop } from '../ports.ts';
import { receiveReply } from './receive-reply.ts';

type Whose = { campaignId: string; contactId: string };
/** `language`: of the message; what its reader probably writes where that is not known. */
type Asked = Whose & { language: string | null };

export type OpenSurvey = {
  messageId: string;
  /** Where the message went. */
  address: string;
  /** The built-in type whose question it asks, or the key of an own one. */
  type: string;
  language: string | null;
  company: string;
  /** The last one that was pressed; null: none yet. */
  score: number | null;
};

const OPEN_DAYS = 90;
/** So often may one recipient change their mind. */
const MOST = 50;

/** The survey as its recipient may answer it now; null before its message has left us, long after it, or of nobody known. */
export async function openSurvey(ctx: Ctx, { language, ...whose }: Asked): Promise<OpenSurvey | null> {
  const [found] = await ctx.tx
    .select({
      messageId: messages.id,
      hash: messages.addressHash,
      frozen: { hash: manifestRows.addressHash, address: manifestRows.address },
      type: campaigns.type,
      current: addresses.normalised,
    })
    .from(messages)
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .leftJoin(manifestRows, eq(manifestRows.id, messages.manifestRowId))
    .leftJoin(
      addresses,
      and(eq(addresses.contactId, messages.contactId), eq(addresses.hash, messages.addressHash)),
    )
    .where(
      and(
        eq(messages.campaignId, whose.campaignId),
        eq(messages.contactId, whose.contactId),
        eq(messages.occurrence, 0),
        inArray(messages.status, ['submitted', 'delivered', 'read', 'unknown']),
        sql`coalesce(${messages.submittedAt}, ${messages.plannedAt})
          > ${ctx.now}::timestamptz - make_interval(days => ${OPEN_DAYS})`,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(1);
  const address = found?.current ?? (found?.frozen?.hash === found?.hash ? found?.frozen?.address : null);
  if (!found || !address || !isSurvey(await campaignType(ctx, found.type))) return null;
  const languageOf = await readContactLanguages(ctx, [whose.contactId]);
  const [last] = await pressed(ctx, whose);
  return {
    ...{ messageId: found.messageId, address, type: found.type },
    language: language ?? languageOf(whose.contactId),
    company: ctx.tenant.settings.sender.company,
    score: last?.score ?? null,
  };
}

type SurveyAnswer = Whose & { survey: OpenSurvey; isLikelyStop: IsLikelyStop | undefined } & (
    | { score: number }
    | { comment: string }
  );

/**
 * Keeps what was pressed or written, beside what was before: the last score counts. What is sent again, as by a page that is
 * loaded anew, is kept once. Answers whether somebody has to look: not what was here already, nor more than any person writes.
 */
export async function answerSurvey(ctx: Ctx, answer: SurveyAnswer): Promise<'kept' | 'known' | 'too_many'> {
  const { survey, isLikelyStop, ...whose } = answer;
  const earlier = await pressed(ctx, whose);
  const score = 'score' in answer ? answer.score : survey.score;
  const message = 'score' in answer ? `${answer.score}` : answer.comment;
  const last = 'score' in answer ? earlier[0]?.score === score : earlier[0]?.body === message;
  if (last) return 'known';
  if (earlier.length >= MOST) return 'too_many';
  await receiveReply(ctx, {
    ...{ channel: SURVEY_PAGE, identifier: survey.address, message, score, isLikelyStop },
    externalId: `survey:${newId()}`,
    inReplyTo: survey.messageId,
    // The message went there, whatever channel that is of.
    normalise: (_channel, address) => address,
  });
  return 'kept';
}

/** What this recipient answered by the page, the newest first. */
const pressed = (ctx: Ctx, { campaignId, contactId }: Whose) =>
  ctx.tx
    .select({ score: replies.score, body: replies.body })
    .from(replies)
    .where(
      and(
        eq(replies.campaignId, campaignId),
        eq(replies.contactId, contactId),
        eq(replies.channel, SURVEY_PAGE),
        isNotNull(replies.score),
      ),
    )
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(MOST);
