import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCase, readerOf } from '../../test/content-cases.ts';
import { errorsOf, openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import {
  copyCampaign,
  deleteTemplate,
  listTemplates,
  listTemplateVersions,
  restoreTemplate,
  saveTemplate,
} from '../campaigns/templates.ts';
import { readVocabulary } from '../read-vocabulary.ts';
import { composeMessages } from './compose-messages.ts';
import { campaignType, listCampaignTypes } from './find-type.ts';
import type { OwnTypeInput } from './own-type.ts';
import { deleteCampaignType, saveCampaignType } from './save-type.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

const SPA: OwnTypeInput = {
  label: 'Spa opening',
  purpose: 'service',
  callToAction: 'reply with a date',
  letter: {
    subject: '{{ customer.name }}: music for your spa',
    opening: 'A new spa at {{ customer.name }} deserves its own sound.',
    ask: 'Please reply with the date of the opening.',
  },
};

describe('a campaign type of the workspace’s own', () => {
  it.each([
    ['email', 'Dear Arthit Sample,'],
    ['line', 'Dear Arthit Sample,'],
  ])('writes its letter by %s in the frame of every letter', async (channel, greeting) => {
    const [message] = await room.system(async (ctx) => {
      const { key } = await saveCampaignType(ctx, SPA);
      const id = await addCase(ctx, 'complete');
      const recipients = [readerOf(id, { channel, name: 'Arthit Sample', purpose: 'service' })];
      return composeMessages(ctx, { draft: { type: key, tone: null, topic: null, wording: {} }, recipients });
    });
    expect(errorsOf([message!])).toEqual([]);
    expect(message!.rendered.subject).toBe(
      channel === 'email' ? 'Hilton Andaman Bay: music for your spa' : undefined,
    );
    expect(message!.rendered.text.split('\n\n').slice(0, 4)).toEqual([
      greeting,
      'A new spa at Hilton Andaman Bay deserves its own sound.',
      'Zones: Drift Bar, Edge, Horizon and Shore',
      'Please reply with the date of the opening.',
    ]);
  });

  it('is offered with the built-in ones, replaced by its key, and taken away while nothing uses it', async () => {
    await room.system(async (ctx) => {
      await saveCampaignType(ctx, SPA);
      await saveCampaignType(ctx, { ...SPA, callToAction: 'reply soon' });
      expect((await listCampaignTypes(ctx)).filter(({ key }) => key === 'spa_opening')).toMatchObject([
        { callToAction: 'reply soon', isBuiltIn: false, lacks: [] },
      ]);
      expect((await readVocabulary(ctx)).types.find(({ key }) => key === 'spa_opening')).toMatchObject({
        words: { en: ['spa opening'] },
      });
      const name = 'Spa';
      const campaign = await createCampaign(ctx, { draft: { name, type: 'spa_opening' } });
      await expect(deleteCampaignType(ctx, 'spa_opening')).rejects.toMatchObject({ code: 'input:invalid' });
      expect(campaign.type).toBe('spa_opening');
    });
  });

  it.each([
    ['the key of a built-in type', { key: 'renewal' }, 'input:invalid'],
    ['a word of another type', { words: ['renewal letter'] }, 'input:invalid'],
    ['a field that there is not', { needsFields: ['moon_phase'] }, 'field:unknown'],
    ['a letter that does not parse', { letter: { ...SPA.letter, opening: '{% if %}' } }, 'template:invalid'],
    ['a letter that asks for nothing', { letter: { ...SPA.letter, ask: 'Goodbye.' } }, 'input:invalid'],
  ])('with %s is refused', async (_, change, code) => {
    await room.system(async (ctx) => {
      await expect(saveCampaignType(ctx, { ...SPA, ...change })).rejects.toMatchObject({ code });
    });
  });

  it('that there is not is refused by its key', async () => {
    await room.system(async (ctx) => {
      await expect(campaignType(ctx, 'lottery')).rejects.toMatchObject({ code: 'input:invalid' });
    });
  });
});

describe('a type that needs a field which the workspace does not have', () => {
  it('is not offered, and refused with those that are', async () => {
    await room.system(async (ctx) => {
      const bare = {
        ...ctx,
        tenant: { ...ctx.tenant, settings: { ...ctx.tenant.settings, withoutFields: ['contract_end'] } },
      };
      await saveCampaignType(bare, SPA);
      const lacks = new Map((await listCampaignTypes(bare)).map((one) => [one.key, one.lacks]));
      expect(lacks.get('renewal')).toEqual(['contract_end']);
      expect(lacks.get('spa_opening')).toEqual([]);
      const offered = (await readVocabulary(bare)).types.map(({ key }) => key);
      expect(offered).toContain('spa_opening');
      expect(offered).not.toContain('renewal');
      const begun = createCampaign(bare, { draft: { name: 'R', type: 'renewal' } });
      await expect(begun).rejects.toMatchObject({
        code: 'input:invalid',
        nextStep: expect.not.stringContaining('renewal'),
      });
    });
  });
});

describe('a campaign begun from another', () => {
  it('has its words and audience, and none of its time', async () => {
    await room.system(async (ctx) => {
      const first = await createCampaign(ctx, {
        draft: {
          name: 'Autumn',
          type: 'announcement',
          topic: 'a new app',
          schedule: { kind: 'local', date: '2027-11-01', time: '09:00' },
        },
      });
      const copy = await copyCampaign(ctx, { from: { campaignId: first.id }, patch: { tone: 'casual' } });
      expect(copy).toMatchObject({
        name: 'Autumn (copy)',
        version: 1,
        draft: { topic: 'a new app', tone: 'casual', schedule: { kind: 'now' } },
      });
      const template = await saveTemplate(ctx, { campaignId: first.id, name: 'News' });
      await saveTemplate(ctx, { campaignId: first.id, name: 'News' });
      expect(await listTemplates(ctx)).toMatchObject([{ name: 'News', version: 2 }]);
      const again = await copyCampaign(ctx, { from: { templateId: template.id } });
      expect(again).toMatchObject({ name: 'News', draft: { topic: 'a new app' } });
      const byName = await copyCampaign(ctx, { from: { templateName: 'NEWS' } });
      expect(byName.draft.topic).toBe('a new app');
      const unknown = copyCampaign(ctx, { from: { templateId: first.id } });
      await expect(unknown).rejects.toMatchObject({ code: 'template:unknown' });
    });
  });

  it('finds a template that was taken out, and what it was before it was kept anew', async () => {
    await room.system(async (ctx) => {
      const keep = async (topic: string) => {
        const { id } = await createCampaign(ctx, { draft: { name: topic, type: 'announcement', topic } });
        return (await saveTemplate(ctx, { campaignId: id, name: 'Kept' })).id;
      };
      const templateId = await keep('first');
      await keep('second');
      await restoreTemplate(ctx, { templateId, version: 1 });
      const versions = await listTemplateVersions(ctx, templateId);
      expect(versions.map(({ version, draft }) => [version, draft.topic])).toEqual([
        [3, 'first'],
        [2, 'second'],
        [1, 'first'],
      ]);
      await deleteTemplate(ctx, templateId);
      const names = async () => (await listTemplates(ctx)).map(({ name }) => name);
      expect(await names()).not.toContain('Kept');
      await expect(deleteTemplate(ctx, templateId)).rejects.toMatchObject({ code: 'template:unknown' });
      await restoreTemplate(ctx, { templateId });
      expect(await names()).toContain('Kept');
      const gone = restoreTemplate(ctx, { templateId, version: 9 });
      await expect(gone).rejects.toMatchObject({ code: 'template:unknown' });
    });
  });
});
