import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { addCase, readerOf } from '../../test/content-cases.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Recipient } from '../audience/recipient.ts';
import { type DraftPatch, draftSchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { previewPart as schema } from '../parts.ts';
import { type PreviewInput, previewPart } from './preview-part.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace({ sender: { company: 'Andaman Sound', signature: 'Nina Sample' } });
});
afterAll(() => workspace.close());

const draftOf = (patch: DraftPatch = {}) =>
  draftSchema.parse({ name: 'Renewals', type: 'renewal', ...patch });

/** Five customers: all with a mail to one person, the last with a chat to a second one. */
async function fiveCustomers(ctx: Ctx): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (let at = 0; at < 5; at += 1) {
    const id = await addCase(ctx, at === 4 ? 'noPrice' : 'complete', { name: `House ${'ABCDE'[at]}` });
    recipients.push(readerOf(id));
    if (at === 4) recipients.push(readerOf(id, { channel: 'whatsapp' }));
  }
  return recipients;
}

const preview = (more: Partial<PreviewInput> & { patch?: DraftPatch } = {}) =>
  workspace.system(async (ctx) => {
    const { patch, ...rest } = more;
    const recipients = await fiveCustomers(ctx);
    const part = await previewPart(ctx, { campaignId: newId(), draft: draftOf(patch), recipients, ...rest });
    return schema.parse(part);
  });

describe('a preview', () => {
  it('shows three messages of each channel, of different customers, and counts them all', async () => {
    const { previews, counts } = await preview();
    expect(counts).toEqual({ email: 5, whatsapp: 1 });
    expect(previews.map(({ channel, customer }) => `${channel} ${customer}`)).toEqual([
      'email House A',
      'email House B',
      'email House C',
      'whatsapp House E',
    ]);
    expect(previews.map(({ html }) => html !== undefined)).toEqual([true, true, true, false]);
    expect(previews[0]).toMatchObject({
      contact: 'Arthit Sample',
      subject: expect.stringContaining('House A'),
    });
  });

  it('holds up the others for one whose message must not go out, or leaves that one out and says why', async () => {
    const shown = (patch: DraftPatch) =>
      workspace.system(async (ctx) => {
        const id = await addCase(ctx, 'complete', { name: '{{ contract.price }}' });
        const recipients = [readerOf(id), ...(await fiveCustomers(ctx))];
        return previewPart(ctx, { campaignId: newId(), draft: draftOf(patch), recipients });
      });
    const held = await shown({});
    expect(held.counts.email).toBe(6);
    expect(held.findings[0]).toMatchObject({ severity: 'error', customer: '{{ contract.price }}' });
    const { counts, findings, previews, leavesOutFaulty } = await shown({ leaveOutFaulty: true });
    expect({ counts, leavesOutFaulty }).toEqual({ counts: { email: 5, whatsapp: 1 }, leavesOutFaulty: true });
    expect(previews.map(({ customer }) => customer)).not.toContain('{{ contract.price }}');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ message }) => message)).toContain(
      'Left out: the message must not go out: The customer is called “{{ contract.price }}”, which is code and no name.',
    );
  });

  it('shows each variant of each channel once, by its name', async () => {
    const { previews } = await preview({ patch: { variants: [{ tone: 'casual' }] } });
    const shown = previews.map(({ channel, variant, body }) => ({
      of: `${channel} ${variant}`,
      tone: body.startsWith('Dear') ? 'A' : 'B',
    }));
    expect(new Set(shown.map(({ of }) => of)).size).toBe(shown.length);
    for (const { of, tone } of shown) expect(of.endsWith(tone)).toBe(true);
  });

  it('narrowed to one channel greets as the whole campaign does', async () => {
    const { previews, counts } = await preview({ only: { channel: 'whatsapp' } });
    expect(counts).toEqual({ whatsapp: 1 });
    expect(previews.map(({ body }) => body.split('\n')[0])).toEqual(['Dear House E team,']);
  });

  it('says once what was found, and of whom', async () => {
    const { findings } = await preview();
    expect(findings).toEqual([
      {
        severity: 'warning',
        message: 'The price is not known; the text offers to send it.',
        customer: 'House E',
        repair: 'Add it to the contract.',
      },
    ]);
  });

  it('finds what is wrong in messages that it does not show', async () => {
    const body = 'It costs {{ contract.price }}. Please reply.';
    const { findings } = await preview({ patch: { wording: { email: { body } } } });
    expect(findings[0]).toEqual({
      severity: 'error',
      message: expect.stringContaining('prints contract.price, which is not known here'),
      repair: 'Put the field in {% if … %}, or leave it out.',
      customer: 'House E',
    });
  });

  it('of very many checks some, at customers from the first to the last, and says of how many', async () => {
    const { checked, counts, findings, previews } = await preview({
      only: { channel: 'email' },
      mostChecked: 2,
    });
    expect([previews.length, counts, checked]).toEqual([3, { email: 5 }, { messages: 3, of: 5 }]);
    expect(findings).toEqual([]);
    expect((await preview({ mostChecked: 6 })).checked).toBeUndefined();
  });

  it('of nobody is empty', async () => {
    expect(await preview({ recipients: [] })).toMatchObject({ previews: [], counts: {}, findings: [] });
  });

  it('refuses a type that there is not', async () => {
    await expect(preview({ patch: { type: 'lottery' } })).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('a message that is looked at', () => {
  it('tells of each value that it says which field it is, of which record, and how that came to it', async () => {
    const { previews } = await preview();
    const { origins = [], body, customerId } = previews[0]!;
    const by = (field: string) => origins.find((one) => one.field === field);
    expect(by('customer.name')).toMatchObject({
      text: 'House A',
      record: { kind: 'customer', id: customerId },
    });
    expect(by('contact.name')).toMatchObject({ text: 'Arthit Sample', record: { kind: 'contact' } });
    expect(by('contract.ends_on')).toMatchObject({ record: { kind: 'contract', id: expect.any(String) } });
    expect(by('contract.total')).toBeDefined();
    expect(origins.filter(({ field }) => field === 'unit').length).toBeGreaterThan(1);
    for (const { text } of origins) expect(`${previews[0]!.subject}\n${body}`).toContain(text);
    expect(origins.map(({ text }) => text.length)).toEqual(
      origins.map(({ text }) => text.length).toSorted((a, b) => b - a),
    );
  });

  it('is traced in a person’s own words too, in whatever form they write a day or an amount', async () => {
    const [seen] = (await preview()).previews;
    const year = seen!.origins!.find(({ field }) => field === 'contract.ends_on')!.text.slice(-4);
    const body = `{{ greeting }}, until {{ contract.ends_on | replace: " ${year}", "" }} it is 9 o’clock. Please reply.`;
    const { previews } = await preview({ patch: { wording: { email: { body } } } });
    const fields = previews[0]!.origins!.map(({ field }) => field);
    expect(fields).toContain('contract.ends_on');
    expect(fields).not.toContain('contract.total');
    expect(previews[0]!.origins!.map(({ text }) => text)).not.toContain('9');
  });

  it('has what was found in it at its place, with what a button can do about it', async () => {
    const wording = { email: { body: 'Call [NAME]. See https://evil.example/x' } };
    const [seen] = (await preview({ patch: { wording } })).previews;
    const found = seen!.findings!.map(({ words, fix }) => [words, fix?.do]);
    expect(found).toContainEqual(['[NAME]', 'replace']);
    expect(found).toContainEqual(['https://evil.example/x', 'leave_out']);
    expect(found).toContainEqual([undefined, 'add']);
    for (const { words = '' } of seen!.findings!) expect(seen!.body).toContain(words);
  });
});
