import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../../../channels/index.ts';
import type { ListedTemplate } from '../../../channels/template-contract.ts';
import { channelAccounts, manifestRows, messageTemplates } from '../../../db/schema/index.ts';
import { addCustomer } from '../../../test/add-customer.ts';
import { CONTENT_CASES } from '../../../test/content-cases.ts';
import { gifOf, pngOf } from '../../../test/picture.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { createAccount } from '../../accounts/create-account.ts';
import { createStandinStore } from '../../accounts/standin-store.ts';
import { freezeCampaign } from '../../approval/freeze-campaign.ts';
import { createCampaign } from '../../campaigns/create-campaign.ts';
import { editCampaign } from '../../campaigns/edit-campaign.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import { keepImage, removeImage } from '../../images/keep-image.ts';
import { receiveReply } from '../../replies/receive-reply.ts';
import type { Actor } from '../../tenants/roles.ts';
import { composeCampaign } from '../writing/compose-campaign.ts';
import { addTemplateDraft, newTemplate } from './add-draft.ts';
import { fillTemplate } from './fit-template.ts';
import { changeDraft, deleteDraft, draftLacking, listMessageTemplates } from './message-templates.ts';
import { findDesk, markSubmitted, readForSubmission, takeListed } from './template-desk.ts';

let ws: TestWorkspace;
let admin: Actor;
let campaignId: string;
const PHONES = ['+66900000011', '+66900000012'];
const CLOUD = {
  phoneNumberId: '106540352242922',
  businessAccountId: '506540352242922',
  accessToken: 'token',
  appSecret: 'app secret',
  verifyToken: 'chosen by us',
};

beforeAll(async () => {
  ws = await openTestWorkspace({ sender: { company: 'Andaman Sound', signature: 'Nina Sample' } });
  admin = await ws.person('admin');
  const channels = createChannels({ store: createStandinStore(ws.within) });
  campaignId = await ws.as(admin, async (ctx) => {
    for (const [at, phone] of PHONES.entries())
      await addCustomer(ctx, {
        ...CONTENT_CASES.complete,
        name: `House ${at}`,
        contacts: [{ name: `Reader ${at}`, at: { whatsapp: phone } }],
      });
    await createAccount(ctx, {
      channels,
      channel: 'whatsapp',
      provider: 'cloud-api',
      name: 'Number',
      settings: CLOUD,
    });
    return (await createCampaign(ctx, { draft: { name: 'Renewals', type: 'renewal' } })).id;
  });
});
afterAll(() => ws.close());

const freeze = () =>
  ws.as(admin, async (ctx) => {
    const { manifestId } = await freezeCampaign(ctx, { campaignId });
    return ctx.tx.select().from(manifestRows).where(eq(manifestRows.manifestId, manifestId));
  });
const sampleOf = (row: { rendered: unknown }) =>
  row.rendered as { text: string; template?: { name: string; parameters: string[] } };

describe('a sender that begins conversations with templates only', () => {
  it('is given nothing without an approved one', async () => {
    await expect(freeze()).rejects.toMatchObject({ code: 'campaign:content' });
  });

  it('gets a draft for each way in which the letter comes out, with nobody’s facts in it', async () => {
    const [draft, ...others] = await ws.as(admin, (ctx) => draftLacking(ctx, campaignId));
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ recipients: 2, category: 'utility', language: 'en', problems: [] });
    expect(draft!.body).toContain('Dear {{1}},');
    expect(draft!.fields).toEqual([
      'contact.name',
      'customer.name',
      'contract.ends_on',
      'unit_list',
      'contract.sum',
    ]);
    expect(draft!.samples).toEqual([
      'Alex Sample',
      'Sample House',
      '31 October 2027',
      'zone A and zone B',
      '2 zones × THB 1,000 = THB 2,000 a year',
    ]);
    expect(JSON.stringify(draft)).not.toMatch(/Reader|House [01]|Drift Bar/);
    await ws.as(admin, (ctx) => draftLacking(ctx, campaignId));
    expect(await ws.as(admin, listMessageTemplates)).toHaveLength(1);
  });

  it('freezes exactly what the approved template and its parameters say', async () => {
    const [draft] = await ws.as(admin, listMessageTemplates);
    const id = draft!.id;
    await ws.as(admin, (ctx) =>
      changeDraft(ctx, { id, change: { header: 'Andaman Sound', buttons: ['YES', 'Call me'] } }),
    );
    const template = await ws.as(admin, (ctx) => readForSubmission(ctx, id));
    await ws.as(admin, (ctx) => markSubmitted(ctx, { id, externalId: '77', status: 'submitted' }));
    await expect(freeze()).rejects.toMatchObject({ code: 'campaign:content' });
    await ws.as(admin, (ctx) => markSubmitted(ctx, { id, externalId: '77', status: 'approved' }));
    const rows = await freeze();
    expect(rows.map((row) => sampleOf(row).template?.parameters[0]).sort()).toEqual(['Reader 0', 'Reader 1']);
    for (const row of rows) {
      const { text, template: used } = sampleOf(row);
      expect(used).toMatchObject({ name: template.name, language: 'en', buttons: ['YES', 'Call me'] });
      expect(text).toBe(`Andaman Sound\n\n${fillTemplate(template.body, used!.parameters)}`);
    }
    await expect(
      ws.as(admin, (ctx) => changeDraft(ctx, { id, change: { header: null } })),
    ).rejects.toMatchObject({
      code: 'template:state',
    });
  });

  it('is told what to do where the letter is to be shorter than what is approved', async () => {
    const setLength = (length: 'short' | 'full') =>
      ws.as(admin, (ctx) => editCampaign(ctx, { campaignId, patch: { length }, change: 'its length' }));
    await setLength('short');
    const [message] = await ws.as(admin, async (ctx) =>
      composeCampaign(ctx, await readCampaign(ctx, campaignId)),
    );
    const [approved] = await ws.as(admin, listMessageTemplates);
    const name = approved!.name;
    expect(message!.findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: `The approved template “${name}” says this in full, and an approved template may not be cut.`,
        repair: 'Take the full length again, or hand the shorter one in as a template of its own.',
      }),
    );
    await expect(freeze()).rejects.toMatchObject({ code: 'campaign:content' });
    const [shorter] = await ws.as(admin, (ctx) => draftLacking(ctx, campaignId));
    expect(shorter!.body.length).toBeLessThan(message!.made.inFull!.length);
    await ws.as(admin, (ctx) => deleteDraft(ctx, shorter!.id));
    await setLength('full');
    expect((await freeze()).length).toBe(2);
  });

  it('gets one with the campaign’s picture, which then goes with every message', async () => {
    const [pool, moving] = await ws.as(admin, async (ctx) => [
      await keepImage(ctx, { name: 'Pool', alternative: 'A pool', bytes: pngOf(30, 20) }),
      await keepImage(ctx, { name: 'Moving', alternative: 'A wave', bytes: gifOf(30, 20) }),
    ]);
    const show = (image: string) =>
      ws.as(admin, (ctx) => editCampaign(ctx, { campaignId, patch: { image }, change: 'a picture' }));
    await show(moving!);
    expect(await ws.as(admin, (ctx) => draftLacking(ctx, campaignId))).toEqual([]);
    await show(pool!);
    const [draft] = await ws.as(admin, (ctx) => draftLacking(ctx, campaignId));
    expect(draft).toMatchObject({ hasPicture: true, pictureId: pool, recipients: 2 });
    const id = draft!.id;
    for (const change of [{ header: 'Words' }, { pictureId: moving! }])
      await expect(ws.as(admin, (ctx) => changeDraft(ctx, { id, change }))).rejects.toMatchObject({
        code: 'input:invalid',
      });
    const { picture } = await ws.as(admin, (ctx) => readForSubmission(ctx, id));
    expect(picture).toMatchObject({ name: 'Pool', type: 'image/png' });
    expect(Buffer.from(picture!.content).equals(pngOf(30, 20))).toBe(true);
    await ws.as(admin, (ctx) => markSubmitted(ctx, { id, externalId: '78', status: 'submitted' }));
    expect(await ws.as(admin, (ctx) => draftLacking(ctx, campaignId))).toEqual([]);
    await ws.as(admin, (ctx) => markSubmitted(ctx, { id, externalId: '78', status: 'approved' }));
    for (const row of await freeze())
      expect(sampleOf(row)).toMatchObject({
        template: { name: draft!.name },
        image: { url: expect.stringMatching(/\/i\/.+\.png$/), alternative: 'A pool' },
      });
  });

  it('keeps one that somebody writes, with an example of each parameter, and tells what would be refused', async () => {
    const written = {
      ...{ name: 'hello', language: 'en', category: 'utility' as const, footer: null, fields: [] },
      ...{ body: 'Dear {{1}}, welcome. Please reply.', samples: ['Mali'], buttons: ['YES'] },
    };
    const add = (given: object) =>
      ws.as(admin, (ctx) => addTemplateDraft(ctx, newTemplate.parse({ ...written, ...given })));
    const draft = await add({});
    expect(draft).toMatchObject({ ...written, status: 'draft', reason: null, channel: 'whatsapp' });
    for (const given of [{}, { name: 'a', samples: [] }, { name: 'b', body: 'Dear {{2}}, welcome.' }])
      await expect(add(given)).rejects.toMatchObject({ code: 'input:invalid' });
    expect((await add({ name: 'ending', body: 'Welcome, {{1}}' })).reason).toMatch(/begin or end/);
    const { id } = draft;
    const change = { category: 'marketing' as const, samples: ['Nina'] };
    expect(await ws.as(admin, (ctx) => changeDraft(ctx, { id, change }))).toMatchObject(change);
    await expect(
      ws.as(admin, (ctx) => changeDraft(ctx, { id, change: { samples: ['Nina', 'Mali'] } })),
    ).rejects.toMatchObject({ code: 'input:invalid' });
    const viewer = await ws.person('viewer');
    await expect(
      ws.as(viewer, (ctx) => addTemplateDraft(ctx, newTemplate.parse(written))),
    ).rejects.toMatchObject({ code: 'auth:forbidden' });
    // Taken out and put back, it is what it was.
    await ws.as(admin, (ctx) => deleteDraft(ctx, id));
    expect(await add(change)).toMatchObject({ ...written, ...change });
  });

  it('is handed no draft whose picture has gone', async () => {
    const id = await ws.as(admin, (ctx) =>
      keepImage(ctx, { name: 'Bar', alternative: 'A bar', bytes: pngOf(3, 3) }),
    );
    await ws.as(admin, async (ctx) => {
      const wording = { whatsapp: { body: 'Dear {{ contact.name }}, the bar opens. Please reply.' } };
      await editCampaign(ctx, { campaignId, patch: { image: id, wording }, change: 'the bar' });
    });
    const [draft] = await ws.as(admin, (ctx) => draftLacking(ctx, campaignId));
    await ws.as(admin, (ctx) => removeImage(ctx, id));
    await expect(ws.as(admin, (ctx) => readForSubmission(ctx, draft!.id))).rejects.toMatchObject({
      code: 'template:invalid',
    });
    await ws.as(admin, (ctx) => editCampaign(ctx, { campaignId, patch: { image: null }, change: 'none' }));
  });

  it('takes free text only from who wrote within the day, and says so', async () => {
    await ws.as(admin, async (ctx) => {
      const wording = {
        whatsapp: { body: 'Dear {{ contact.name }}, {{ units }}: another text. Please reply.' },
      };
      await editCampaign(ctx, { campaignId, patch: { wording }, change: 'own words' });
    });
    await expect(freeze()).rejects.toMatchObject({ code: 'campaign:content' });
    for (const identifier of PHONES)
      await ws.system((ctx) =>
        receiveReply(ctx, {
          channel: 'whatsapp',
          identifier,
          message: 'Hello',
          normalise: (_, given) => given,
        }),
      );
    const rows = await freeze();
    expect(rows.map((row) => sampleOf(row).template)).toEqual([undefined, undefined]);
  });
});

describe('what the platform lists', () => {
  const listed: ListedTemplate = {
    ...{ externalId: '1', name: 'winter', language: 'en_GB', category: 'marketing', status: 'approved' },
    ...{ reason: null, unusable: null, header: null, body: 'Dear {{1}}, hello.', footer: null, buttons: [] },
    hasPicture: false,
  };

  it('is taken over, and what we cannot fill carries nothing', async () => {
    const picture = { ...listed, name: 'picture', unusable: 'its header is of the kind VIDEO' };
    await ws.as(admin, (ctx) => takeListed(ctx, [listed, picture]));
    await ws.as(admin, (ctx) => takeListed(ctx, [{ ...listed, status: 'paused' }]));
    const rows = await ws.as(admin, listMessageTemplates);
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('winter')).toMatchObject({ status: 'paused', isUsable: true });
    expect(of('picture')).toMatchObject({ isUsable: false, reason: 'its header is of the kind VIDEO' });
  });

  it('is asked for by an administrator only, of a sender that has such a list', async () => {
    const channels = createChannels({ store: createStandinStore(ws.within) });
    const manager = await ws.person('manager');
    await expect(ws.as(manager, (ctx) => findDesk(ctx, { channels }))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const { desk } = await ws.as(admin, (ctx) => findDesk(ctx, { channels }));
    expect(desk.isRequired).toBe(true);
    await expect(ws.as(admin, (ctx) => findDesk(ctx, { channels, channel: 'line' }))).rejects.toMatchObject({
      code: 'account:unknown',
    });
    const kept = await ws.system((ctx) => ctx.tx.select().from(channelAccounts));
    expect(kept.map(({ needsTemplates }) => needsTemplates)).toEqual([true]);
    expect(await ws.system((ctx) => ctx.tx.$count(messageTemplates))).toBe(7);
  });
});
