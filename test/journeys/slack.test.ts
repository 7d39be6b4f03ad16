import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, hasButton, mention, openSlackTeam, type SlackTeam, wordsOf } from '../slack-team.ts';
import { until } from '../until.ts';
import {
  pressOf,
  type SlackMessage,
  signedBySlack,
  slackEvent,
  slackForm,
  submissionOf,
} from '../vendors/slack.ts';

let team: SlackTeam;
let admin: SlackTeam['admin'];
let hook: string;
let refrain: SlackTeam['refrain'];
let slack: SlackTeam['slack'];
let form: SlackTeam['form'];
let outbox: SlackTeam['outbox'];
let refusalOf: SlackTeam['refusalOf'];
let shown: SlackTeam['shown'];
let tell: SlackTeam['tell'];
beforeAll(async () => {
  team = await openSlackTeam();
  ({ admin, hook, refrain, slack } = team);
  ({ form, outbox, refusalOf, shown, tell } = team);
});
afterAll(() => team.close());

describe('a campaign from Slack', () => {
  let card: SlackMessage;

  it('is heard only where Slack signed what was said', async () => {
    const said = mention('UMANAGER', 'How many hotels are there?', '1.1');
    expect(await tell(said, 'another secret of another app')).toBe(401);
    const { payload, headers } = signedBySlack(said, AT - 301);
    expect((await refrain.app.inject({ method: 'POST', url: hook, payload, headers })).statusCode).toBe(401);
    const check = { type: 'url_verification', challenge: 'c4', token: 'x' };
    const answered = await refrain.app.inject({ method: 'POST', url: hook, ...signedBySlack(check, AT) });
    expect([answered.statusCode, answered.body]).toEqual([200, 'c4']);
    expect(slack.calls).toEqual([]);
  });

  it('is answered once in the thread with its audience, messages and an approval card, however often it is told', async () => {
    const said = mention('UMANAGER', 'Send renewal reminders to all Hiltons expiring in October', '10.1');
    expect(await Promise.all([tell(said), tell(said), tell(said)])).toEqual([200, 200, 200]);
    card = await shown((message) => hasButton(message, 'approve'));
    // It may be there before the rest of the answer is.
    await refrain.surfaceRunner.settle();
    expect(card).toMatchObject({ channel: 'C1', thread_ts: '10.1' });
    const inThread = slack.messages.filter(({ thread_ts }) => thread_ts === '10.1');
    expect(inThread.filter((one) => hasButton(one, 'approve'))).toHaveLength(1);
    expect(inThread.some(({ blocks }) => blocks.some(({ type }) => type === 'data_table'))).toBe(true);
    expect(wordsOf(card)).not.toMatch(/\b[0-9A-Z]{6}\b(?=")/);
    expect(await outbox()).toEqual([]);
  });

  it('tells strangers once who it works with, and nothing else', async () => {
    const before = slack.messages.length;
    await tell(mention('USTRANGER', 'approve it', '11.1', '10.1'));
    await tell(mention('USTRANGER', 'Send everything to everybody', '11.2', '10.1'));
    const told = await shown(({ only }) => only === 'USTRANGER');
    expect(told.text).toMatch(/linked/);
    await refrain.surfaceRunner.settle();
    expect(slack.messages.length).toBe(before + 1);
  });

  it('is neither edited nor voided by what others say in its thread: to each other, without the right, or as small talk', async () => {
    const toOthers = { type: 'message', user: 'UMANAGER', text: 'leave out Phuket', channel_type: 'channel' };
    await tell(slackEvent({ ...toOthers, ts: '12.1', thread_ts: '10.1', channel: 'C1' }));
    const said = [
      ['UVIEWER', 'make it shorter'],
      ['UVIEWER', 'leave out everybody in Bangkok'],
      ['UAPPROVER', 'I am out for lunch, back at two'],
      ['UAPPROVER', 'thanks, that looks great!'],
    ] as const;
    for (const [at, [user, text]] of said.entries()) await tell(mention(user, text, `12.${at + 2}`, '10.1'));
    await refrain.surfaceRunner.settle();
    const { rows } = await refrain.database.pool.query(
      'select a.status, c.version from approvals a join campaigns c on c.id = a.campaign_id',
    );
    expect(rows).toEqual([{ status: 'requested', version: 1 }]);
  });

  it('sends nothing by the click of a stranger, of somebody without the right, or on another digest', async () => {
    const press = (user: string) => pressOf(card, { user, action: 'approve' });
    await tell(slackForm(press('USTRANGER')));
    await tell(slackForm(press('UMANAGER')));
    const forged = press('UAPPROVER');
    const [id] = forged.actions[0]!.value!.split(' ');
    await tell(
      slackForm({ ...forged, actions: [{ ...forged.actions[0], value: `${id} ${'0'.repeat(64)}` }] }),
    );
    await refrain.surfaceRunner.settle();
    const whispers = slack.messages.filter(({ only }) => only).map(({ only, text }) => `${only}: ${text}`);
    // Done beside each other: the order says nothing.
    expect(whispers.slice(-3).toSorted()).toEqual([
      expect.stringMatching(/UAPPROVER: .*something else/),
      expect.stringMatching(/UMANAGER: .*approve/),
      expect.stringMatching(/USTRANGER: .*not linked/),
    ]);
    expect(await outbox()).toEqual([]);
  });

  it('goes out at the approver’s click, once; the card says who and when, and another shows how it goes', async () => {
    const press = slackForm(pressOf(card, { user: 'UAPPROVER', action: 'approve' }));
    expect(await Promise.all([tell(press), tell(press)])).toEqual([200, 200]);
    const decided = await shown((one) => one.ts === card.ts && /Approved by The approver/.test(wordsOf(one)));
    expect(hasButton(decided, 'approve')).toBe(false);
    const progress = await shown((one) => one.thread_ts === '10.1' && /: done/.test(one.text));
    expect(slack.messages.filter((one) => one.thread_ts === '10.1' && /\d of \d/.test(one.text))).toEqual([
      progress,
    ]);
    const sent = await outbox();
    expect(sent.length).toBeGreaterThan(0);
  });

  it('hands out everybody as a file, in which no name is a formula', async () => {
    const asked = slack.messages.findLast((one) => hasButton(one, 'list'))!;
    await tell(slackForm(pressOf(asked, { user: 'UMANAGER', action: 'list' })));
    await until(
      async () => slack.files,
      (files) => files.length === 1,
    );
    expect(slack.files[0]).toMatch(/^name,brand,city/m);
  });

  it('alerts the one who asked when a customer answers, who takes it, answers and is done', async () => {
    const [message] = await outbox();
    await admin.post(`/outbox/${message!.id}/reply`, {
      message: 'Yes, but please send the contract first <!channel>',
    });
    const alert = await shown((one) => hasButton(one, 'answer'));
    expect(alert.channel).toBe('DUMANAGER');
    expect(alert.text).not.toContain('<!channel>');
    await tell(slackForm(pressOf(alert, { user: 'UMANAGER', action: 'assign' })));
    await shown((one) => one.ts === alert.ts && /The manager has it/.test(wordsOf(one)));
    await tell(slackForm(pressOf(alert, { user: 'UMANAGER', action: 'answer' })));
    const opened = await until(
      async () => slack.calls.find(({ method }) => method === 'views.open'),
      (call) => call !== undefined,
    );
    await tell(submissionOf('UMANAGER', opened!, { text: 'Of course, it comes today.' }));
    await until(outbox, (sent) => sent.some((one) => one.body === 'Of course, it comes today.'));
    const asked = await form(alert, 'contact');
    expect(await refusalOf(submissionOf('USTRANGER', asked, { name: 'Eve' }))).toMatchObject({
      name: expect.stringMatching(/not linked/),
    });
    const wrong = { name: 'Nora Lind', role: 'finance', email: 'nobody', phone: '' };
    expect(await refusalOf(submissionOf('UMANAGER', asked, wrong))).toEqual({
      email: 'This is no e-mail address.',
    });
    const right = { ...wrong, email: 'nora@example.com' };
    expect(await refusalOf(submissionOf('UMANAGER', asked, right))).toBeNull();
    await shown(({ text }) => /Nora Lind is in the address book/.test(text));
    const { rows } = await refrain.database.pool.query('select role from contacts where name = $1', [
      'Nora Lind',
    ]);
    expect(rows).toEqual([{ role: 'finance' }]);
    await tell(slackForm(pressOf(alert, { user: 'UMANAGER', action: 'done' })));
    await shown((one) => one.ts === alert.ts && !hasButton(one, 'answer'));
  });

  it('has its text changed in a form, which voids what was asked; a text that cannot be used stays in the form', async () => {
    await tell(
      mention(
        'UMANAGER',
        'Send renewal reminders to all hotels in Thailand expiring within 90 days by email',
        '60.1',
      ),
    );
    const before = await shown((one) => one.thread_ts === '60.1' && hasButton(one, 'approve'));
    const asked = await form(before, 'wording');
    const body = 'Dear {{ nobody.knows }}, hello.';
    expect(await refusalOf(submissionOf('UMANAGER', asked, { subject: '', body }))).toMatchObject({
      body: expect.stringMatching(/nobody/),
    });
    const own = '{{ greeting }},\n\nyour agreement ends on {{ contract.ends_on }}. Please reply to renew it.';
    const filled = submissionOf('UMANAGER', asked, { subject: 'Your agreement', body: own });
    expect(await refusalOf(filled)).toBeNull();
    await shown((one) => one.ts === before.ts && /Changed since/.test(wordsOf(one)));
    expect(await refusalOf(filled)).toMatchObject({ body: expect.stringMatching(/changed the campaign/) });
  });

  it('shows at home what waits, offers sentences in the assistant’s pane, and takes a command anywhere', async () => {
    await tell(
      slackEvent({ type: 'app_home_opened', user: 'UAPPROVER', channel: 'DUAPPROVER', tab: 'home' }),
    );
    const pane = { user_id: 'UMANAGER', channel_id: 'DUMANAGER', thread_ts: '50.1', context: {} };
    await tell(slackEvent({ type: 'assistant_thread_started', assistant_thread: pane, event_ts: '50.1' }));
    const command = { command: '/refrain', user_id: 'UMANAGER', channel_id: 'C9', trigger_id: 'tr.1' };
    await tell(
      new URLSearchParams({ ...command, text: 'How many hotels are there in Thailand?' }).toString(),
    );
    await shown((one) => one.channel === 'DUMANAGER' && /You asked: How many hotels/.test(one.text));
    await refrain.surfaceRunner.settle();
    const methods = slack.calls.map(({ method }) => method);
    expect(methods).toEqual(
      expect.arrayContaining(['views.publish', 'assistant.threads.setSuggestedPrompts']),
    );
    const asked = slack.messages.find((one) => /You asked: How many hotels/.test(one.text))!;
    const answered = slack.messages.filter((one) => one.thread_ts === asked.ts);
    expect(answered.map(({ text }) => text).join()).toMatch(/\d+/);
  });

  it('keeps to what Slack takes', () => {
    expect(slack.wrong).toEqual([]);
  });
});
