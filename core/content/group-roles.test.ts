// What some of a customer's people are told otherwise than the others, by what they are there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPlan } from '../../test/add-campaign.ts';
import { openTwoBays } from '../../test/three-bays.ts';
import type { WritingRoom } from '../../test/write-letter.ts';
import { planCampaign } from '../approval/plan-campaign.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import type { DraftInput } from '../campaigns/draft.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openTwoBays((country) =>
    (['it', 'owner_manager'] as const).map((role) => ({
      ...{ name: `${role} of ${country}`, role },
      at: { email: `${role}@${country}.example.com`.toLowerCase() },
    })),
  );
});
afterAll(() => room.close());

const roles = ['it', 'owner_manager'];
const write = (groups: DraftInput['groups'], filter: DraftInput['filter'] = { all: [] }) =>
  room.system(async (ctx) => {
    const draft = { name: 'R', type: 'renewal', roles, groups, filter };
    const { composed } = await readPlan(
      planCampaign(ctx, { ...(await createCampaign(ctx, { draft })), test: null }),
    );
    return composed.map(({ recipient, rendered, findings }) => ({
      name: recipient.contactName!,
      subject: rendered.subject!,
      told: findings.map(({ message }) => message).filter((message) => message.startsWith('Said otherwise')),
    }));
  });
const japan = { op: 'in' as const, field: 'country', values: ['JP'] };

it('the technical contacts read words of their own, the owners beside them the draft’s', async () => {
  const wording = { email: { subject: 'Wiring at {{ customer.name }}' } };
  const letters = await write([{ filter: { all: [] }, roles: ['it'], wording }]);
  expect(letters).toHaveLength(4);
  for (const { name, subject, told } of letters) {
    const isTechnical = name.startsWith('it ');
    expect(subject.startsWith('Wiring at Bay')).toBe(isTechnical);
    expect(told).toEqual(
      isTechnical
        ? [
            'Said otherwise here, as a contact in the role IT Manager (all customers): in words of their own (e-mail).',
          ]
        : [],
    );
  }
});

it('only those of the customers whom the filter means, beside what all there are told', async () => {
  const letters = await write([
    { filter: japan, length: 'short' },
    { filter: japan, roles: ['it'], wording: { email: { subject: 'Wiring' } } },
  ]);
  const technical = letters.filter(({ subject }) => subject === 'Wiring');
  expect(technical.map(({ name }) => name)).toEqual(['it of JP']);
  expect(technical[0]!.told).toHaveLength(2);
  expect(letters.filter(({ told }) => told.length === 1).map(({ name }) => name)).toEqual([
    'owner_manager of JP',
  ]);
});

it('whom the campaign reaches stays as it was, and whoever approves is told of words that nobody reads', async () => {
  const plain = await write([]);
  const groups = [{ filter: { all: [] }, roles: ['finance' as const], tone: 'casual' as const }];
  expect(await write(groups)).toEqual(plain);
  const notes = await room.system(async (ctx) => {
    const campaign = await createCampaign(ctx, { draft: { name: 'R', type: 'renewal', roles, groups } });
    return (await readPlan(planCampaign(ctx, { ...campaign, test: null }))).notes;
  });
  expect(notes).toContain(
    'Nobody who is written to is a contact in the role Finance: what these are told otherwise is read by nobody.',
  );
});

it('a role that nobody has, or a group by role that says nothing, is refused', async () => {
  for (const group of [
    { roles: ['astronaut'], tone: 'casual' },
    { roles: [], tone: 'casual' },
    { roles: ['it'] },
  ])
    await expect(write([{ filter: { all: [] }, ...group }] as DraftInput['groups'])).rejects.toMatchObject({
      code: 'input:invalid',
    });
});
