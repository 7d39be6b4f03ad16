import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../test/add-campaign.ts';
import { openTwoBays } from '../../test/three-bays.ts';
import { errorsOf, type WritingRoom } from '../../test/write-letter.ts';
import { planCampaign } from '../approval/plan-campaign.ts';
import { chooseSuggestion } from './choose-suggestion.ts';
import { createCampaign } from './create-campaign.ts';
import type { DraftInput } from './draft.ts';
import { draftParts } from './draft-parts.ts';
import { editCampaign } from './edit-campaign.ts';
import { undoEdit } from './undo-edit.ts';
import { compareVersions, listVersions, restoreVersion } from './versions.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openTwoBays((country) => [
    { name: 'Arthit Sample', at: { email: `${country}@example.com`.toLowerCase() } },
  ]);
});
afterAll(() => room.close());

describe('what is proposed for a campaign', () => {
  it('has one of the proposed subjects and requests chosen: the others stay to choose from, and what else was said stays', async () => {
    await room.system(async (ctx) => {
      const { id: campaignId } = await createCampaign(ctx, {
        draft: { name: 'Plan', type: 'renewal', filter: { op: 'in', field: 'country', values: ['TH'] } },
      });
      const choose = async (of: 'subject' | 'ask', number: number) => {
        const campaign = await chooseSuggestion(ctx, { campaignId, of, number, change: 'chosen' });
        const { preview } = await draftParts(ctx, campaign);
        return preview.previews[0]!;
      };
      const first = await choose('subject', 1);
      expect(first.subject).toBe('Bay TH: renewal of your agreement, ending 31 October 2027');
      expect((await choose('subject', 2)).subject).toBe('Your agreement for Bay TH ends in 344 days');
      expect((await choose('subject', 3)).subject).toBe('4 zones at Bay TH: shall we continue?');
      const asked = await choose('ask', 1);
      expect(asked.subject).toBe('4 zones at Bay TH: shall we continue?');
      expect(first.body).toContain('To renew, simply reply');
      expect(asked.body).not.toContain('To renew, simply reply');
      expect(asked.body).toContain('\n\nPlease reply YES to renew for THB 48,000 a year.\n\n');
      await expect(choose('ask', 9)).rejects.toMatchObject({ code: 'input:invalid' });
    });
  });
});

describe('the history of a campaign', () => {
  it('says what each version changed, and goes back to any of them', async () => {
    await room.system(async (ctx) => {
      const { id: campaignId } = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal' } });
      const change = (patch: object, words: string) =>
        editCampaign(ctx, { campaignId, patch, change: words });
      await change({ tone: 'casual' }, 'casual');
      await change({ topic: 'the new app', channels: ['email'] }, 'topic');
      const versions = await listVersions(ctx, campaignId);
      expect(
        versions.map(({ version, change: words, differences }) => ({ version, words, differences })),
      ).toEqual([
        {
          version: 3,
          words: 'topic',
          differences: [
            { field: 'channels', before: [], after: ['email'] },
            { field: 'topic', before: null, after: 'the new app' },
          ],
        },
        { version: 2, words: 'casual', differences: [{ field: 'tone', before: null, after: 'casual' }] },
        { version: 1, words: 'created', differences: [] },
      ]);
      expect(await compareVersions(ctx, { campaignId, from: 3, to: 1 })).toEqual([
        { field: 'channels', before: ['email'], after: [] },
        { field: 'tone', before: 'casual', after: null },
        { field: 'topic', before: 'the new app', after: null },
      ]);
      expect(await compareVersions(ctx, { campaignId, from: 2, to: 2 })).toEqual([]);
      await expect(compareVersions(ctx, { campaignId, from: 1, to: 4 })).rejects.toMatchObject({
        code: 'input:invalid',
        where: { path: 'to' },
      });
      const back = await restoreVersion(ctx, { campaignId, version: 1 });
      expect(back).toMatchObject({ version: 4, draft: { tone: null, topic: null, channels: [] } });
      expect(await undoEdit(ctx, campaignId)).toMatchObject({ version: 5, draft: { topic: 'the new app' } });
    });
  });

  it('has no version to go back to that there never was', async () => {
    await room.system(async (ctx) => {
      const { id: campaignId } = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal' } });
      for (const version of [1, 2, 99])
        await expect(restoreVersion(ctx, { campaignId, version })).rejects.toMatchObject({
          code: 'input:invalid',
        });
    });
  });
});

describe('what the letters leave out', () => {
  const textsOf = (draft: Omit<DraftInput, 'name' | 'type'>) =>
    room.system(async (ctx) => {
      const campaign = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal', ...draft } });
      const { composed } = await readPlan(planCampaign(ctx, { ...campaign, test: null }));
      expect(composed.flatMap(({ findings }) => findings)).toEqual([]);
      return composed.map(({ rendered }) => rendered.text).sort();
    });
  const japan = { op: 'in' as const, field: 'country', values: ['JP'] };

  it('is left out for those who are meant only', async () => {
    const [first, second] = await textsOf({ hide: [{ what: 'price', filter: japan }] });
    expect([first, second].map((text) => /THB/.test(text ?? ''))).toEqual(
      [first, second].map((text) => text?.includes('Bay TH')),
    );
  });

  it('is left out for all, and each part by itself', async () => {
    for (const text of await textsOf({ hide: [{ what: 'date' }] })) {
      expect(text).not.toContain('2027');
      expect(text).toContain('THB 48,000');
    }
    for (const text of await textsOf({ hide: [{ what: 'units' }] })) expect(text).not.toContain('Drift Bar');
  });

  it('may not be said by a wording either', async () => {
    await room.system(async (ctx) => {
      const wording = { email: { body: '{{ units }}: {{ contract.total }}. Please reply.' } };
      const hide = [{ what: 'price' as const }];
      const campaign = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal', hide, wording } });
      const { composed } = await readPlan(planCampaign(ctx, { ...campaign, test: null }));
      expect(errorsOf(composed as never).length).toBeGreaterThan(0);
    });
  });

  it('with a filter on a field that there is not is refused', async () => {
    await room.system(async (ctx) => {
      const hide = [{ what: 'price' as const, filter: { op: 'known' as const, field: 'moon' } }];
      const making = createCampaign(ctx, { draft: { name: 'R', type: 'renewal', hide } });
      await expect(making).rejects.toMatchObject({ code: 'field:unknown' });
    });
  });

  it('is said otherwise to a group only, told with whom, and of two groups the last counts', async () => {
    await room.system(async (ctx) => {
      const groups = [
        { filter: japan, length: 'short' as const },
        { filter: japan, length: 'full' as const, language: 'de' as const },
      ];
      const textsWith = async (some: typeof groups | []) => {
        const campaign = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal', groups: some } });
        const { composed } = await readPlan(planCampaign(ctx, { ...campaign, test: null }));
        return composed.map(({ recipient, rendered, findings }) => ({
          ...{ at: recipient.customerId, text: rendered.text },
          told: findings
            .map(({ message }) => message)
            .filter((message) => message.startsWith('Said otherwise')),
        }));
      };
      const [plain, grouped] = [await textsWith([]), await textsWith(groups)];
      const changed = grouped.filter(({ text }, at) => text !== plain[at]!.text);
      expect(changed).toHaveLength(1);
      expect(changed[0]!.text).toContain('Guten Tag');
      expect(changed[0]!.told).toEqual([
        'Said otherwise here, as country is Japan: shorter.',
        'Said otherwise here, as country is Japan: full length and in German.',
      ]);
      expect(grouped.filter(({ told }) => told.length > 0)).toHaveLength(1);
    });
  });

  it('a group reads words of its own, the draft’s for its language or not, and nobody else does', async () => {
    await room.system(async (ctx) => {
      const draft = {
        ...{ name: 'R', type: 'renewal', filter: { all: [] } },
        wording: { 'email/ja': { subject: 'To Japan' }, 'email/en': { subject: 'To everybody' } },
        groups: [{ filter: japan, wording: { email: { subject: 'To {{ customer.name }}' } } }],
      };
      const { composed } = await readPlan(
        planCampaign(ctx, { ...(await createCampaign(ctx, { draft })), test: null }),
      );
      const own = composed.filter(({ rendered }) => rendered.subject !== 'To everybody');
      expect(own.map(({ rendered }) => rendered.subject)).toEqual(['To Bay JP']);
      expect(own[0]!.findings.map(({ message }) => message)).toContain(
        'Said otherwise here, as country is Japan: in words of their own (e-mail).',
      );
    });
  });

  it.each([
    [{ filter: { op: 'known', field: 'moon' }, tone: 'casual' }, 'field:unknown'],
    [{ filter: { op: 'known', field: 'city' } }, 'input:invalid'],
    [{ filter: { op: 'known', field: 'city' }, wording: {} }, 'input:invalid'],
  ])('a group that means nobody or says nothing otherwise is refused: %j', async (group, code) => {
    await room.system(async (ctx) => {
      const making = createCampaign(ctx, { draft: { name: 'R', type: 'renewal', groups: [group] } as never });
      await expect(making).rejects.toMatchObject({ code });
    });
  });

  it('a short e-mail is shorter, and has everything that the checks ask for', async () => {
    const [full] = await textsOf({});
    const [short] = await textsOf({ length: 'short' });
    expect(short!.length).toBeLessThan(full!.length * 0.8);
    expect(short).toContain('THB 48,000');
  });
});
