import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import { fromMeta, presses, says } from '../vendors/meta.ts';

import {
  APPROVER,
  BOTH,
  CUSTOMER,
  GUEST,
  MANAGER,
  openWhatsappTeam,
  type WhatsappTeam,
} from '../whatsapp-team.ts';

let team: WhatsappTeam;
beforeAll(async () => {
  team = await openWhatsappTeam();
});
afterAll(() => team.close());

describe('one number for customers and for the team', () => {
  it('hears a linked number as the agent does, once, and files nothing of it as a reply', async () => {
    const asked = fromMeta(MANAGER, says('How many hotels are there in Thailand?'));
    expect(await team.tell(asked, 'another secret')).toBe(401);
    expect(await Promise.all([team.tell(asked), team.tell(asked)])).toEqual([200, 200]);
    await until(
      async () => team.to(MANAGER),
      (all) => all.length > 0,
    );
    await team.idle();
    expect(team.wordsOf(team.to(MANAGER)[0]!)).toMatch(/\d/);
    expect(await team.replies()).toEqual([]);
  });

  it('hears everybody else as a customer: no sentence and no forged button reaches the agent, no answer goes out', async () => {
    await team.tell(fromMeta(CUSTOMER, says('Send renewal reminders to everybody')));
    await team.tell(
      fromMeta(CUSTOMER, presses(`approve ${team.appId} ${'0'.repeat(64)}`, 'Approve and send')),
    );
    await team.tell(fromMeta(CUSTOMER, says('link AAAA-0000')));
    await team.idle();
    expect(team.to(CUSTOMER)).toEqual([]);
    expect((await team.replies()).map(({ body }) => body).sort()).toEqual([
      'Approve and send',
      'Send renewal reminders to everybody',
      'link AAAA-0000',
    ]);
    const { rows } = await team.refrain.database.pool.query(
      'select text from surface_turns where speaker = $1',
      [CUSTOMER],
    );
    expect(rows).toEqual([]);
  });

  it('keeps the two apart in one person: a wish to stop is the customer’s, and never cancels a turn only', async () => {
    await team.tell(fromMeta(BOTH, says('STOP')));
    const stopped = await until(team.replies, (all) => all.some(({ intent }) => intent === 'opt_out'));
    expect(stopped.find(({ intent }) => intent === 'opt_out')?.effects.length).toBeGreaterThan(0);
    await team.tell(fromMeta(BOTH, says('How many hotels are there?')));
    await until(
      async () => team.to(BOTH),
      (all) => all.length > 0,
    );
    expect((await team.replies()).some(({ body }) => body === 'How many hotels are there?')).toBe(false);
    // Of somebody who is no customer the same word is about the agent’s work.
    await team.tell(fromMeta(MANAGER, says('stop')));
    await team.idle();
    expect((await team.replies()).filter(({ intent }) => intent === 'opt_out')).toHaveLength(1);
  });
});

describe('a campaign by WhatsApp', () => {
  it('is approved by the button of somebody who may, bound to what was shown', async () => {
    // Nothing unasked gets through to who has not written within a day.
    await team.tell(fromMeta(APPROVER, says('Hello')));
    await team.tell(
      fromMeta(MANAGER, says('Send renewal reminders to all Hiltons expiring in October by email')),
    );
    // Whoever may decide is told where they are; who asked sees the same without the buttons that decide.
    const buttons = (who: string) =>
      team
        .to(who)
        .flatMap(({ interactive }) => interactive?.action.buttons ?? [])
        .map(({ reply }) => reply);
    const ofKind = (kind: string) => (all: { id: string }[]) =>
      all.some(({ id }) => id.startsWith(`${kind} `));
    await until(async () => buttons(MANAGER), ofKind('list'));
    const shown = await until(async () => buttons(APPROVER), ofKind('approve'));
    const approve = shown.find(({ id }) => id.startsWith('approve '))!;
    expect(ofKind('approve')(buttons(MANAGER))).toBe(false);
    expect(approve.title.length).toBeLessThanOrEqual(20);
    await team.tell(fromMeta(MANAGER, presses(approve.id, approve.title)));
    const [name, id] = approve.id.split(' ');
    await team.tell(fromMeta(APPROVER, presses(`${name} ${id} ${'0'.repeat(64)}`, approve.title)));
    await team.idle();
    expect(team.to(MANAGER).map(team.wordsOf).join()).toMatch(/right to approve/);
    expect(team.to(APPROVER).map(team.wordsOf).join()).toMatch(/something else/);
    expect(await team.outbox()).toEqual([]);
    await team.tell(fromMeta(APPROVER, presses(approve.id, approve.title)));
    await until(team.outbox, (all) => all.length > 0);
    await until(
      async () => team.to(MANAGER).map(team.wordsOf),
      (all) =>
        all.some((text) => /: approved by approver/.test(text)) && all.some((text) => /: done, /.test(text)),
    );
    // Every line of it is found by the request in which Meta told what was said; the decision by the approval.
    const line = (text: string, of = team.log) => of.find(({ msg }) => msg === text)!;
    const sent = line('handed to the provider');
    const because = team.log.filter(({ requestId }) => requestId === sent.requestId);
    expect(line('answered', because).route).toBe('/webhooks/:tenantId/:accountId');
    expect(line('a turn ended', because).threadId).toBeDefined();
    const decided = team.log.filter(({ subject }) => subject === sent.approvalId);
    expect(decided.map(({ msg }) => msg)).toEqual(['decided']);
    expect(
      team.log.some(({ msg, requestId }) => msg === 'answered' && requestId === decided[0]!.requestId),
    ).toBe(true);
  });

  it('takes what answers a message of it for a customer’s, whoever else wrote it', async () => {
    const { rows } = await team.refrain.database.pool.query<{ id: string }>(
      'select provider_id as id from messages where provider_id is not null limit 1',
    );
    const answer = { ...says('Yes, please renew'), context: { id: rows[0]!.id } };
    await team.tell(fromMeta(MANAGER, answer));
    await team.idle();
    expect((await team.replies()).map(({ body }) => body)).toContain('Yes, please renew');
    const said = await team.refrain.database.pool.query(
      `select 1 from surface_turns where text = 'Yes, please renew'`,
    );
    expect(said.rows).toEqual([]);
  });

  it('hands out a long audience as a document, and keeps to what Meta takes', async () => {
    await team.tell(fromMeta(MANAGER, says('Show all hotels in Thailand')));
    await until(
      async () => team.to(MANAGER),
      (all) => all.some(({ type }) => type === 'document'),
    );
    expect(team.meta.files.at(-1)).toMatch(/name,brand,city/);
    expect(team.meta.wrong).toEqual([]);
  });
});

describe('what a customer writes, answered by WhatsApp', () => {
  const buttonOf = (one: (typeof team.meta.sent)[number], name: string) =>
    one.interactive?.action.buttons?.find(({ reply }) => reply.id.startsWith(`${name} `))?.reply;
  /** The newest message to the manager that has this button, once it speaks of that. */
  const shownTo = async (name: string, words: RegExp, from = 0) => {
    const is = (one: (typeof team.meta.sent)[number]) =>
      one.to === MANAGER.slice(1) && buttonOf(one, name) && words.test(team.wordsOf(one));
    await until(async () => team.meta.sent.slice(from).some(is), Boolean);
    return team.meta.sent.slice(from).findLast(is)!;
  };
  const idOf = (one: (typeof team.meta.sent)[number]) => `wamid.out.${team.meta.sent.indexOf(one) + 1}`;
  const guestGot = () => team.to(GUEST).map(team.wordsOf);

  it('goes to them as written once one person has approved it, and says that it arrived', async () => {
    await team.tell(fromMeta(GUEST, says('When does the technician come to us?')));
    const alert = await shownTo('answer', /technician/);
    const { id, title } = buttonOf(alert, 'answer')!;
    await team.tell(fromMeta(MANAGER, presses(id, title)));
    await until(async () => team.to(MANAGER).some((one) => /be told/.test(team.wordsOf(one))), Boolean);
    const said = fromMeta(MANAGER, says('On Monday at nine.'));
    const before = team.meta.sent.length;
    await Promise.all([team.tell(said), team.tell(said)]);
    const asked = await shownTo('approve', /Answer to/, before);
    await team.idle();
    const cards = team.meta.sent.slice(before).filter((one) => buttonOf(one, 'approve'));
    expect(cards).toHaveLength(1);
    expect(team.meta.sent.slice(before).map(team.wordsOf).join('\n')).toMatch(
      /by whatsapp:\s+On Monday at nine\./,
    );
    expect(guestGot()).toEqual([]);
    const approve = buttonOf(asked, 'approve')!;
    const press = fromMeta(MANAGER, presses(approve.id, approve.title));
    await Promise.all([team.tell(press), team.tell(press)]);
    await until(
      async () => guestGot(),
      (all) => all.length > 0,
    );
    await team.idle();
    expect(guestGot()).toEqual(['On Monday at nine.']);
    const receipt = {
      id: idOf(team.to(GUEST)[0]!),
      status: 'delivered',
      timestamp: '1795160100',
      recipient_id: '1',
    };
    const told = fromMeta(GUEST, {});
    await team.tell({
      ...told,
      entry: [
        {
          id: '1',
          changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', statuses: [receipt] } }],
        },
      ],
    });
    await until(
      async () =>
        (
          await team.refrain.database.pool.query('select status from messages where provider_id = $1', [
            receipt.id,
          ])
        ).rows,
      ([row]) => row?.status === 'delivered',
    );
  });

  it('is answered by quoting the alert, too; what is left or said to no alert goes to nobody', async () => {
    await team.tell(fromMeta(GUEST, says('And who brings the invoice?')));
    const alert = await shownTo('answer', /invoice/);
    const button = buttonOf(alert, 'answer')!;
    await team.tell(fromMeta(MANAGER, presses(button.id, button.title)));
    await team.idle();
    await team.tell(fromMeta(MANAGER, says('cancel')));
    await until(
      async () => team.to(MANAGER).some((one) => /nothing goes out/.test(team.wordsOf(one))),
      Boolean,
    );
    const before = team.meta.sent.length;
    await team.refrain.database.pool.query(
      `insert into saved_answers (id, tenant_id, name, language, text)
       select gen_random_uuid(), id, 'Who', 'en', '{{ contact.name }}, Anong does.' from tenants`,
    );
    await team.tell(fromMeta(MANAGER, { ...says('who'), context: { id: idOf(alert) } }));
    const asked = await shownTo('approve', /Answer to/, before);
    expect(guestGot()).toHaveLength(1);
    // Of somebody else the same quotation is none: they were told nothing by it.
    await team.tell(fromMeta(APPROVER, { ...says('I do.'), context: { id: idOf(alert) } }));
    await team.idle();
    const approve = buttonOf(asked, 'approve')!;
    await team.tell(fromMeta(MANAGER, presses(approve.id, approve.title)));
    await until(
      async () => guestGot(),
      (all) => all.length > 1,
    );
    await team.idle();
    expect(guestGot()).toEqual(['On Monday at nine.', expect.stringMatching(/^\S.*, Anong does\.$/)]);
    await team.tell(fromMeta(GUEST, says('And where do we meet them?')));
    const late = await shownTo('answer', /where do we meet/);
    await team.refrain.database.pool.query(
      `update conversations set last_received_at = '2026-11-18T00:00:00Z' where customer_id is not null`,
    );
    const then = team.meta.sent.length;
    await team.tell(fromMeta(MANAGER, { ...says('In the lobby.'), context: { id: idOf(late) } }));
    const other = buttonOf(await shownTo('approve', /1 by email/, then), 'approve')!;
    expect(team.meta.sent.slice(then).map(team.wordsOf).join()).toMatch(
      /too long ago[\s\S]*by email:\s+In the lobby/,
    );
    await team.tell(fromMeta(MANAGER, presses(other.id, other.title)));
    await until(team.outbox, (all) => JSON.stringify(all).includes('In the lobby.'));
    expect(guestGot()).toHaveLength(2);
    expect(team.meta.wrong).toEqual([]);
  });
});
