import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDovecot } from '../imap-server.ts';
import {
  APPROVER,
  type LineMailTeam,
  MAILING,
  MANAGER,
  openLineMailTeam,
  presses,
  type Shown,
  STRANGER,
  says,
} from '../line-mail-team.ts';
import { until } from '../until.ts';

let team: LineMailTeam;
let admin: LineMailTeam['admin'];
let refrain: LineMailTeam['refrain'];
let shown: LineMailTeam['shown'];
let smtp: LineMailTeam['smtp'];
let comes: LineMailTeam['comes'];
let replies: LineMailTeam['replies'];
let seen: LineMailTeam['seen'];
let tell: LineMailTeam['tell'];
let toCustomers: LineMailTeam['toCustomers'];
beforeAll(async () => {
  team = await openLineMailTeam();
  ({ admin, refrain, shown, smtp } = team);
  ({ comes, replies, seen, tell, toCustomers } = team);
});
afterAll(() => team.close());

describe('LINE', () => {
  let approve: string;

  it('hears what is signed, once, and answers with an approval in a card', async () => {
    const asked = says(MANAGER, 'Send renewal reminders to all Hiltons expiring in October by email');
    expect(await tell(asked, 'another secret')).toBe(401);
    expect(shown).toEqual([]);
    expect(await Promise.all([tell(asked), tell(asked)])).toEqual([200, 200]);
    const isCard = (one: Shown, of = 'list') => one.buttons.some(({ data }) => data.startsWith(`${of} `));
    await seen((one) => one.to === MANAGER && isCard(one));
    expect(shown.filter((one) => one.to === MANAGER && isCard(one))).toHaveLength(1);
    // Whoever may decide gets it, too, where they are, with the buttons that do.
    const card = await seen((one) => one.to === APPROVER && isCard(one, 'approve'));
    expect(shown.some((one) => one.to === MANAGER && isCard(one, 'approve'))).toBe(false);
    approve = card.buttons.find(({ data }) => data.startsWith('approve '))!.data;
    expect(toCustomers()).toEqual([]);
  });

  it('sends nothing for who may not approve, who is a stranger, or another digest', async () => {
    await tell(presses(MANAGER, approve));
    await seen((one) => one.to === MANAGER && /right to approve/.test(one.words));
    await tell(presses(STRANGER, approve));
    await tell(presses(APPROVER, `${approve.split(' ').slice(0, 2).join(' ')} ${'0'.repeat(64)}`));
    await seen((one) => one.to === APPROVER && /something else/.test(one.words));
    expect(shown.filter(({ to }) => to === STRANGER)).toEqual([]);
    expect(toCustomers()).toEqual([]);
  });

  it('goes out when the approver presses, tells how it goes, and what a customer answers', async () => {
    const before = shown.length;
    expect(await Promise.all([tell(presses(APPROVER, approve)), tell(presses(APPROVER, approve))])).toEqual([
      200, 200,
    ]);
    await seen((one) => one.to === MANAGER && /approved by The approver/i.test(one.words), before);
    await seen((one) => one.to === MANAGER && /: done/.test(one.words), before);
    const sent = toCustomers();
    expect(new Set(sent.map(({ to }) => to.join())).size).toBe(sent.length);
    const { campaigns } = (await admin.get<{ campaigns: { id: string }[] }>('/campaigns')).body;
    await admin.post('/replies', {
      ...{ channel: 'email', identifier: sent[0]!.to[0], message: 'Yes, please renew all of them' },
    });
    const alert = await seen((one) => one.to === MANAGER && /renew all of them/.test(one.words), before);
    expect(alert.buttons.map(({ label }) => label)).toEqual(['Answer', 'Take it', 'Done']);
    expect(campaigns).toHaveLength(1);
    await tell(presses(MANAGER, alert.buttons[0]!.data));
    await seen((one) => one.to === MANAGER && /be told/.test(one.words), before);
    await tell(says(MANAGER, 'The papers come today.'));
    const isAnswer = (one: Shown) => one.to === MANAGER && /^Answer to/.test(one.words);
    const asked = await seen((one) => isAnswer(one) && one.buttons.length > 0, before);
    expect(toCustomers()).toHaveLength(sent.length);
    await tell(presses(MANAGER, asked.buttons[0]!.data));
    await until(
      async () => toCustomers().map(({ mail }) => mail.text?.trim()),
      (texts) => texts.includes('The papers come today.'),
    );
  });
});

describe.skipIf(!hasDovecot)('e-mail (skipped without Dovecot and root)', () => {
  // Whoever talks to us by two surfaces is told on the one of last use: from here on there is one.
  beforeAll(async () => {
    await refrain.database.pool.query(
      `delete from surface_links l using surface_apps a where a.id = l.app_id and a.surface = 'line'`,
    );
  });
  const mailTo = (address: string, is: (text: string) => boolean, from = 0) =>
    until(
      async () => smtp.mails.slice(from).find(({ to, mail }) => to[0] === address && is(mail.text ?? '')),
      (one) => one !== undefined,
      // What shows how something stands is looked at every fifteen seconds.
      60,
    );
  const REQUEST = 'Send renewal reminders to all hotels in Thailand expiring within 90 days by email';
  const THREAD = { Subject: 'Renewals', 'Message-ID': '<request@example.org>' };
  let code: string;

  it('asks in the thread of mails, and tells the short code only to who may decide', async () => {
    await comes(MAILING.manager, REQUEST, {
      ...THREAD,
      'Authentication-Results': 'mx.example.org; dmarc=fail',
    });
    expect(smtp.mails.some(({ to }) => to[0] === MAILING.manager)).toBe(false);
    expect((await replies()).map(({ body }) => body)).toContain(REQUEST);
    await comes(MAILING.manager, REQUEST, { ...THREAD, 'Message-ID': '<again@example.org>' });
    const asked = await mailTo(MAILING.manager, (text) => /approves it on the page/.test(text));
    expect(asked!.mail.inReplyTo).toBe('<again@example.org>');
    expect(asked!.mail.text).not.toMatch(/this code/);
    await refrain.settle();
    const mine = await mailTo(MAILING.approver, (text) => /this code/.test(text));
    code = /\b([0-9A-Z]{6})\b(?![\s\S]*\b[0-9A-Z]{6}\b)/.exec(mine!.mail.text!)![1]!;
  });

  it('is approved by the code from who may, and by nobody else', async () => {
    const before = toCustomers().length;
    await comes(MAILING.manager, code, { Subject: 'Re: Renewals', References: '<again@example.org>' });
    await comes(MAILING.approver, code, { 'Authentication-Results': 'evil.example; dmarc=pass' });
    await refrain.settle();
    expect(toCustomers()).toHaveLength(before);
    await comes(MAILING.approver, code, { Subject: 'Re: An approval is asked for' });
    await until(
      async () => toCustomers().length,
      (all) => all > before,
      60,
    );
    await mailTo(MAILING.manager, (text) => /approved by The approver/i.test(text));
  });

  it('tells how it goes and what a customer answers, and never answers a machine', async () => {
    await mailTo(MAILING.manager, (text) => /: done/.test(text));
    const { to, mail } = toCustomers().at(-1)!;
    const head = { Subject: `Re: ${mail.subject}`, 'In-Reply-To': mail.messageId! };
    await comes(to[0]!, 'Could you call me about this on Monday?', head);
    await refrain.settle();
    const alert = await mailTo(MAILING.manager, (text) => /call me about this/.test(text));
    await comes(MAILING.manager, 'Monday at ten it is.', { 'In-Reply-To': alert!.mail.messageId! });
    const asked = await mailTo(MAILING.manager, (text) => /Answer to[\s\S]*this code/.test(text));
    expect(toCustomers().at(-1)!.mail.text).not.toMatch(/Monday at ten/);
    const [own] = asked!.mail.text!.match(/\b[0-9A-Z]{6}\b(?![\s\S]*\b[0-9A-Z]{6}\b)/)!;
    await comes(MAILING.manager, own, { 'In-Reply-To': asked!.mail.messageId! });
    await mailTo(to[0]!, (text) => /Monday at ten it is/.test(text));
    await mailTo(MAILING.manager, (text) => /Answer to .*: approved by The manager/.test(text));
    for (let round = 0; round < 5; round += 1)
      await comes(MAILING.manager, 'I am out of office.', {
        'Auto-Submitted': 'auto-replied',
        Subject: 'Away',
      });
    await refrain.settle();
    expect(smtp.mails.filter(({ mail }) => mail.subject?.includes('Away'))).toEqual([]);
    // One that hides that it is a machine is heard three times; then it is for a person to see, at the desk.
    const hidden = 'Thank you for your mail. I read mails on Mondays only.';
    for (let round = 0; round < 8; round += 1) await comes(MAILING.manager, hidden, { Subject: 'Mondays' });
    await refrain.settle();
    expect(smtp.mails.filter(({ mail }) => mail.subject?.includes('Mondays')).length).toBeLessThanOrEqual(3);
    expect((await replies()).filter(({ body }) => body === hidden)).toHaveLength(5);
  });
});
