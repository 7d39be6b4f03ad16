import { beforeEach, describe, expect, it } from 'vitest';
import { fakeSurface } from '../../test/fake-surface.ts';
import type { Actor, Role } from '../tenants/roles.ts';
import { clientFor } from './client-for.ts';

const person = (role: Role): Actor => ({ kind: 'person', userId: 'u', name: 'x', role, surface: 'slack' });
const [manager, viewer] = [person('manager'), person('viewer')];
const SEEN = 'guest@example.com';
const COVERED = 'g___@example.com';

let seen: unknown[];
beforeEach(() => {
  seen = [];
});
const note = async (...shown: unknown[]): Promise<void> => void seen.push(shown.at(-1));

function clientOf(actor: Actor | null, place = 'D1') {
  const { surface } = fakeSurface({
    ...{ openForm: note, sendFile: note, whisper: note, showHome: note, say: note },
    answer: () => ({ write: note, show: note, end: async () => {} }),
  });
  surface.sharedPlaces = ['C'];
  const app = { id: 'a', tenantId: 't', surface, settings: {}, print: 'x' };
  return clientFor(surface.open({}), { app, actor, place });
}

const shape = { about: 'x', title: 'x', submit: 'Add' };
const form = {
  ...{ name: 'contact' as const, ...shape, intro: `${SEEN} wrote` },
  fields: [{ key: 'email', label: 'E-mail', value: SEEN, most: 200 }],
};
const home = { name: SEEN, waiting: [], replies: [], campaigns: [] };
const file = { name: 'a.csv', title: 'x', content: SEEN };

describe('addresses on another platform', () => {
  it('are shown to whoever has the right to see them, where nobody else reads', async () => {
    const client = clientOf(manager);
    await client.say('D1', SEEN);
    await client.openForm!('t', form);
    await client.sendFile('D1', file);
    expect(seen).toEqual([SEEN, form, file]);
  });

  it.each([
    ['somebody without that right', viewer],
    ['nobody in particular', null],
  ])('are covered for %s, in texts, files, forms and whatever is shown', async (_, actor) => {
    const client = clientOf(actor);
    await client.say('D1', SEEN);
    await client.whisper('D1', 'U1', SEEN);
    await client.sendFile('D1', file);
    await client.showHome!('U1', home);
    await client.openForm!('t', form);
    expect(JSON.stringify(seen)).not.toContain(SEEN);
    expect(seen.slice(0, 2)).toEqual([COVERED, COVERED]);
    // Sent back, a covered value would be taken for what somebody typed.
    expect(seen.at(-1)).toEqual({
      ...form,
      intro: `${COVERED} wrote`,
      fields: [{ key: 'email', label: 'E-mail', most: 200 }],
    });
  });

  it('are covered where others read along, and not in what only the person sees there', async () => {
    const client = clientOf(manager, 'C1');
    await client.say('C1', SEEN);
    await client.sendFile('C1', file);
    await client.whisper('C1', 'U1', SEEN);
    await client.openForm!('t', form);
    expect(seen).toEqual([COVERED, { ...file, content: COVERED }, SEEN, form]);
  });

  it('are covered also when they come in pieces, none of which looks like one', async () => {
    const answering = clientOf(viewer).answer('D1', 'U1');
    for (const text of ['Write to guest', '@exam', 'ple.com, or call +66 90 1', '23 4567.'])
      await answering.write(text);
    await answering.end();
    expect(seen).toEqual([`Write to ${COVERED}, or call +66…67.`]);
  });
});
