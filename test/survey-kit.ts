// A survey that some people were sent a minute ago, and what each of them does with the link in it.
import { asc, eq } from 'drizzle-orm';
import type { LetterLanguage } from '../core/campaigns/draft.ts';
import { answerToken } from '../core/content/answer-link.ts';
import { reportCampaign } from '../core/reports/campaign-report.ts';
import { replies } from '../db/schema/index.ts';
import { addPeople, planFor } from './add-campaign.ts';
import { approveCampaign } from './approved-campaign.ts';
import type { TestServer } from './server.ts';
import { TEST_KEYS } from './workspace.ts';

type Asked = { type?: string; channel?: string; count?: number; isSent?: boolean };
export const FORM = { headers: { 'content-type': 'application/x-www-form-urlencoded' } };

export type SurveyKit = ReturnType<typeof surveyKit>;

export function surveyKit(server: TestServer) {
  async function asked({ type = 'survey', channel = 'email', count = 1, isSent = true }: Asked = {}) {
    const { campaignId, people } = await server.as(await server.person('approver'), async (ctx) => {
      const added = await addPeople(ctx, { count, channel });
      const draft = { name: 'How are we doing?', type };
      return { ...(await approveCampaign(ctx, { draft, plan: planFor(added) })), people: added };
    });
    if (isSent)
      await server.database.pool.query(
        `update messages set status = 'submitted', attempts = 1, submitted_at = planned_at where campaign_id = $1`,
        [campaignId],
      );
    const whose = { tenantId: server.tenant.id, campaignId };
    const linkOf = (contactId: string, isTest = false, language: LetterLanguage | null = null) =>
      `/a/${answerToken(TEST_KEYS, { ...whose, contactId, isTest, language })}`;
    return { campaignId, people, links: people.map(({ contactId }) => linkOf(contactId)), linkOf };
  }

  const press = (link: string, score: number | string) =>
    server.anonymous.post(link, `score=${encodeURIComponent(score)}`, FORM);
  const comment = (link: string, words: string) =>
    server.anonymous.post(`${link}/comment`, `comment=${encodeURIComponent(words)}`, FORM);
  const kept = (campaignId: string) =>
    server.system((ctx) =>
      ctx.tx
        .select()
        .from(replies)
        .where(eq(replies.campaignId, campaignId))
        .orderBy(asc(replies.receivedAt), asc(replies.id)),
    );
  const counted = async (campaignId: string) =>
    (await server.system((ctx) => reportCampaign(ctx, campaignId))).survey;
  return { asked, press, comment, kept, counted };
}
