import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signVisitor } from '../core/widget/visitor.ts';
import { newId } from '../lib/ids.ts';
import { FOR_VISITORS, openVisitors, SITE, type Visitors } from '../test/visitors.ts';
import { TEST_KEYS, TEST_NOW } from '../test/workspace.ts';

let v: Visitors;
beforeAll(async () => {
  v = await openVisitors();
});
afterAll(() => v.close());
beforeEach(() => v.comeAnew());

describe('a stranger on a web site', () => {
  it('writes to the desk, once however often it is sent, and reads what concerns them only', async () => {
    const [one, other] = [await v.begin(), await v.begin()];
    expect(one.isKnown).toBe(false);
    const id = newId();
    for (const _ of [1, 2]) {
      const answer = await v.server.anonymous.post(
        `${v.base}/messages`,
        { id, text: 'Are you open?' },
        v.as(one.token),
      );
      expect(answer.statusCode).toBe(200);
    }
    expect((await v.visit(one.token)).messages.map(({ text, isOurs }) => [text, isOurs])).toEqual([
      ['Are you open?', false],
    ]);
    expect((await v.visit(other.token)).messages).toEqual([]);
    const { conversations: listed } = (await v.admin.get('/api/v1/conversations?view=all')).json();
    expect(listed).toMatchObject([{ channel: 'widget', snippet: 'Are you open?', contact: null }]);
  });

  it('asks for a person, and the desk sees that', async () => {
    const { token } = await v.begin();
    await v.say(token, 'I would like to talk to a person.', { wantsPerson: true });
    expect((await v.visit(token)).waitsForPerson).toBe(true);
    const { conversations: listed } = (await v.admin.get('/api/v1/conversations?view=all')).json();
    expect(listed.map(({ tags }: { tags: string[] }) => tags)).toContainEqual(['wants a person']);
  });

  it('reads the notices of the day, and no old one', async () => {
    const announcements = [
      { text: 'Closed on Monday' },
      { text: 'Still today', until: TEST_NOW.slice(0, 10) },
      { text: 'Long over', until: '2020-01-01' },
    ];
    await v.set({ ...FOR_VISITORS, announcements });
    const { token } = await v.begin();
    expect((await v.visit(token)).announcements).toEqual(['Closed on Monday', 'Still today']);
  });

  it('has nothing to prefer, and changes nothing of anybody', async () => {
    const { token } = await v.begin();
    const read = await v.server.anonymous.get(`${v.base}/preferences`, v.as(token));
    expect(read.json()).toEqual({ name: null, channels: [] });
    const change = {
      method: 'PUT',
      url: `${v.base}/preferences`,
      payload: { stop: 'all' },
      ...v.as(token),
    } as const;
    expect((await v.server.anonymous.send(change)).statusCode).toBe(403);
  });

  it('writes as much as a person types and no more, whatever visits they begin', async () => {
    const { token } = await v.begin();
    const codes = [];
    for (let at = 0; at < 13; at++) codes.push((await v.say(token, `Message ${at}`)).statusCode);
    expect(codes).toEqual([...Array(12).fill(200), 429]);
    const second = await v.begin();
    expect((await v.say(second.token, 'And again')).statusCode).toBe(429);
    v.comeAnew();
    expect((await v.say(token, 'From elsewhere')).statusCode).toBe(200);
  });
});

describe('a visitor’s token', () => {
  it('opens one visit and no door of the workspace; a changed, an old or a foreign one opens nothing', async () => {
    const { token } = await v.begin();
    const [name = '', until = '', signature = ''] = token.split('~');
    const { tenant: next } = await v.server.neighbour('admin');
    const soon = new Date(TEST_NOW).getTime() + 1000;
    const sign = (tenantId: string, at: number) => signVisitor(TEST_KEYS, { tenantId, name, until: at });
    for (const [why, bad] of [
      ['another name', `visitor:${newId()}~${until}~${signature}`],
      ['a contact’s name', `contact:${newId()}~${until}~${signature}`],
      ['a later end', `${name}~${Number(until) + 1}~${signature}`],
      ['another workspace', sign(next.id, soon)],
      ['over', sign(v.server.tenant.id, new Date(TEST_NOW).getTime() - 1)],
      ['no signature', `${name}~${until}~`],
      ['more parts', `${token}~x`],
      ['nothing', ''],
    ] as const) {
      const { statusCode } = await v.server.anonymous.get(`${v.base}/visit`, v.as(bad));
      expect([why, statusCode]).toEqual([why, 401]);
    }
    expect(
      (await v.server.anonymous.get(`${v.base}/visit`, v.as(sign(v.server.tenant.id, soon)))).statusCode,
    ).toBe(200);
    for (const path of ['/me', '/customers', '/conversations', '/widget/key', '/threads'])
      expect([path, (await v.server.anonymous.get(`/api/v1${path}`, v.as(token))).statusCode]).toEqual([
        path,
        401,
      ]);
    expect((await v.server.anonymous.post('/api/v1/chat', { text: 'hello' }, v.as(token))).statusCode).toBe(
      401,
    );
  });

  it('is refused anything but a message: too long, empty, or with more in it', async () => {
    const { token } = await v.begin();
    const id = newId();
    for (const body of [
      { id, text: '' },
      { id, text: 'x'.repeat(2001) },
      { id: 'mine', text: 'Hello' },
      { id, text: 'Hello', contactId: id },
    ])
      expect((await v.server.anonymous.post(`${v.base}/messages`, body, v.as(token))).statusCode).toBe(400);
  });
});

describe('the page of the panel', () => {
  it('is framed by the named sites only, and is not there unless it is for customers', async () => {
    const { statusCode, headers } = await v.server.anonymous.get(`${v.base}/visitor`);
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self' ${SITE}`);
    v.comeAnew();
    const { token } = await v.begin();
    await v.set({ isEnabled: true, origins: [SITE], forVisitors: false });
    expect((await v.server.anonymous.get(`${v.base}/visitor`)).statusCode).toBe(404);
    expect(
      (await v.server.anonymous.post(`${v.base}/visit`, {}, { remoteAddress: v.address() })).statusCode,
    ).toBe(403);
    expect((await v.say(token, 'Still here')).statusCode).toBe(403);
  });
});
