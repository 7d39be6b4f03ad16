// A workspace of Slack on the whole product; three of the team are linked.
import { expect } from 'vitest';
import { openTestRefrain, signInAsAdmin } from './refrain.ts';
import { seededProduct } from './seeded-product.ts';
import { until } from './until.ts';
import {
  pressOf,
  SLACK_SECRET,
  SLACK_TOKEN,
  type Slack,
  type SlackMessage,
  signedBySlack,
  slackEvent,
  slackForm,
  startSlack,
} from './vendors/slack.ts';

// Friday 15:00 in Bangkok, 9:00 in Düsseldorf: nobody sleeps.
const NOW = '2026-11-20T08:00:00Z';
export const AT = Date.parse(NOW) / 1000;

export const mention = (user: string, text: string, ts: string, thread_ts?: string) =>
  slackEvent({
    type: 'app_mention',
    user,
    text: `<@UBOT> ${text}`,
    ts,
    channel: 'C1',
    ...(thread_ts ? { thread_ts } : {}),
  });
export const hasButton = (message: SlackMessage, action: string) =>
  message.blocks.some(
    (block) =>
      block.type === 'actions' &&
      block.elements.some((one) => 'action_id' in one && one.action_id === action),
  );
export const wordsOf = (message: SlackMessage) => JSON.stringify([message.text, message.blocks]);

export type SlackTeam = Awaited<ReturnType<typeof openSlackTeam>>;

export async function openSlackTeam() {
  const slack = await startSlack();
  const refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW), {
    slackApi: slack.api,
  });
  const { slug } = await refrain.seed();
  const admin = await signInAsAdmin(refrain, slug);
  const settings = { botToken: SLACK_TOKEN, signingSecret: SLACK_SECRET };
  const app = await admin.post<{ id: string }>('/surfaces', { surface: 'slack', name: 'Slack', settings });
  const { surfaces } = (await admin.get<{ surfaces: { webhook: string }[] }>('/surfaces')).body;
  const hook = new URL(surfaces[0]!.webhook).pathname;
  for (const role of ['manager', 'approver', 'viewer']) {
    const somebody = { email: `${role}@example.com`, name: `The ${role}`, role };
    const { body } = await admin.post<{ id: string }>('/users', somebody);
    const externalId = `U${role.toUpperCase()}`;
    await admin.post('/surface-links', { appId: app.body.id, externalId, userId: body.id });
  }

  const tell = async (body: unknown, secret?: string) => {
    const answer = await refrain.app.inject({
      method: 'POST',
      url: hook,
      ...signedBySlack(body, AT, secret),
    });
    return answer.statusCode;
  };
  /** What a form is answered with: why it stays open, null when it is taken. */
  async function refusalOf(payload: string): Promise<Record<string, string> | null> {
    const answer = await refrain.app.inject({ method: 'POST', url: hook, ...signedBySlack(payload, AT) });
    expect(answer.statusCode).toBe(200);
    if (!answer.body) return null;
    expect(answer.json()).toMatchObject({ response_action: 'errors' });
    return answer.json().errors;
  }
  /** The form that a button of this message opens. */
  async function form(message: SlackMessage, action: 'contact' | 'wording') {
    await tell(slackForm(pressOf(message, { user: 'UMANAGER', action })));
    const isIt = ({ method, args }: Slack['calls'][number]) =>
      method === 'views.open' && JSON.parse(args.view!).callback_id === action;
    const opened = await until(
      async () => slack.calls.find(isIt),
      (call) => call !== undefined,
    );
    return opened!;
  }
  const shown = (is: (message: SlackMessage) => boolean) =>
    until(
      async () => slack.messages.findLast(is),
      (one) => one !== undefined,
    ) as Promise<SlackMessage>;
  const outbox = async () =>
    (await admin.get<{ messages: { id: string; body: string }[] }>('/outbox')).body.messages;
  return {
    ...{ slack, refrain, admin, hook, tell, refusalOf, form, shown, outbox },
    close: async () => {
      await refrain.close();
      await slack.stop();
    },
  };
}
