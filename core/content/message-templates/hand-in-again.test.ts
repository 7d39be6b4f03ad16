import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedTemplate } from '../../../channels/template-contract.ts';
import { standinTemplates } from '../../../channels/whatsapp/templates.ts';
import { addCustomer } from '../../../test/add-customer.ts';
import { CONTENT_CASES } from '../../../test/content-cases.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { createCampaign } from '../../campaigns/create-campaign.ts';
import type { DraftInput } from '../../campaigns/draft.ts';
import type { Actor } from '../../tenants/roles.ts';
import { addTemplateDraft, newTemplate } from './add-draft.ts';
import { changeDraft, deleteDraft, draftLacking, listMessageTemplates } from './message-templates.ts';
import { markSubmitted, readForSubmission, takeListed } from './template-desk.ts';

let ws: TestWorkspace;
let admin: Actor;
beforeAll(async () => {
  ws = await openTestWorkspace();
  admin = await ws.person('admin');
});
afterAll(() => ws.close());

const OFFER = {
  ...{ name: 'spa_offer', language: 'en', category: 'utility', footer: null, fields: [] },
  ...{ body: 'Dear {{1}}, you get 10% off your next order. Please reply.', samples: ['Mali'], buttons: [] },
};
type Change = Parameters<typeof changeDraft>[1]['change'];
const add = (given: object = {}) =>
  ws.as(admin, (ctx) => addTemplateDraft(ctx, newTemplate.parse({ ...OFFER, ...given })));
const change = (id: string, given: Change) => ws.as(admin, (ctx) => changeDraft(ctx, { id, change: given }));
/** As the route does, by the stand-in. */
const handIn = async (id: string) => {
  const template = await ws.as(admin, (ctx) => readForSubmission(ctx, id));
  const answer = await standinTemplates.submit({}, template);
  if (!answer.ok) throw new Error(answer.detail);
  return ws.as(admin, (ctx) => markSubmitted(ctx, { id, ...answer.value }));
};

describe('a template that was refused', () => {
  it('says why, is changed, and handed in again under the same id', async () => {
    const { id } = await add();
    const refused = await handIn(id);
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.stringMatching(/marketing/) });
    await expect(handIn(id)).rejects.toMatchObject({
      code: 'template:state',
      nextStep: 'Change what was refused, then hand it in again.',
    });
    const mended = await change(id, { category: 'marketing' });
    expect(mended).toMatchObject({ status: 'draft', reason: null, externalId: refused.externalId });
    expect(await handIn(id)).toMatchObject({ status: 'approved', externalId: refused.externalId });
    await expect(change(id, { category: 'utility' })).rejects.toMatchObject({ code: 'template:state' });
  });

  it('may say something else, with an example of each parameter', async () => {
    const { id } = await add({ name: 'spa_words' });
    await handIn(id);
    const body = 'Dear {{1}}, your visit on {{2}} is booked. Please reply.';
    await expect(change(id, { body })).rejects.toMatchObject({ code: 'input:invalid' });
    expect((await change(id, { body: '{{1}}, your visit is booked.' })).reason).toMatch(/begin or end/);
    expect(await change(id, { body, samples: ['Mali', '3 May'] })).toMatchObject({ body, reason: null });
    expect(await handIn(id)).toMatchObject({ status: 'approved', reason: null });
  });

  it('is not taken out, nor put back as it was while it is being mended', async () => {
    const { id } = await add({ name: 'spa_listed' });
    const { externalId } = await handIn(id);
    await expect(ws.as(admin, (ctx) => deleteDraft(ctx, id))).rejects.toMatchObject({
      code: 'template:state',
    });
    const asListed: ListedTemplate = {
      ...{ name: 'spa_listed', language: 'en', category: 'utility', header: null, body: OFFER.body },
      ...{ footer: null, buttons: [], hasPicture: false, unusable: null },
      ...{ externalId: externalId!, status: 'rejected', reason: 'INCORRECT_CATEGORY' },
    };
    const now = async () =>
      (await ws.as(admin, (ctx) => listMessageTemplates(ctx))).find((one) => one.id === id);
    await ws.as(admin, (ctx) => takeListed(ctx, [asListed]));
    expect(await now()).toMatchObject({ status: 'rejected', reason: 'INCORRECT_CATEGORY' });
    await change(id, { category: 'marketing' });
    await ws.as(admin, (ctx) => takeListed(ctx, [asListed]));
    expect(await now()).toMatchObject({ status: 'draft', category: 'marketing', reason: null });
  });
});

describe('a template of a campaign that offers something', () => {
  it('is drafted as marketing, also of a kind that serves an agreement', async () => {
    const drafted = async (offer: DraftInput['offer']) =>
      ws.as(admin, async (ctx) => {
        const draft = { name: 'Renewals', type: 'renewal', channels: ['whatsapp'], offer };
        const { id } = await createCampaign(ctx, { draft });
        return (await draftLacking(ctx, id)).map(({ category }) => category);
      });
    await ws.as(admin, (ctx) =>
      addCustomer(ctx, { ...CONTENT_CASES.complete, contacts: [{ at: { whatsapp: '+66900000031' } }] }),
    );
    expect(await drafted(null)).toEqual(['utility']);
    expect(await drafted({ kind: 'discount', says: 'You get 10% off.' })).toEqual(['marketing']);
  });
});
