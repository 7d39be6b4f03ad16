// A draft edited by sentences, as its person reads the answers: one customer, some of them, its versions and its variants.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';

const REFRAIN_NOW = '2026-11-20T08:00:00Z';
let refrain: TestRefrain;
let admin: Caller;
beforeAll(async () => {
  refrain = await openTestRefrain({ REFRAIN_NOW }, await seededProduct(REFRAIN_NOW));
  const { slug } = await refrain.seed();
  admin = await signInAsAdmin(refrain, slug);
});
afterAll(() => refrain.close());

const DRAFT = 'draft an announcement of the new summer playlist for all hotels in Thailand by email';
const INSIDE = 'DoubleTree by Hilton Bangkok';
const OUTSIDE = 'DoubleTree by Hilton Chiang Mai';
const TEXT = 'Dear team, we will call you on Monday about the new summer playlist. Please reply.';

/** A conversation about a draft of its own. */
async function begin(text = DRAFT) {
  const { thread } = await admin.say(text);
  const say = (next: string) => admin.say(next, thread);
  const read = async (name: string) => (await say(`show me the message for ${name}`)).previews[0]?.body;
  return { say, read };
}

describe('a draft edited by sentences', () => {
  it('says one customer’s message word by word, and everybody else’s as before', async () => {
    const { say, read } = await begin();
    const [own, other] = [await read(INSIDE), await read(OUTSIDE)];
    const { reply, previews } = await say(`for ${INSIDE} write: ${TEXT}`);
    expect(reply).toMatch(/^Your words go to \d+ recipients? there, and to nobody else/);
    expect(previews[0]?.body).toContain(TEXT);
    expect(await read(OUTSIDE)).toBe(other);
    await say('undo');
    expect(await read(INSIDE)).toBe(own);
    await say('restore version 2');
    expect(await read(INSIDE)).toContain(TEXT);
    await say(`back to the built-in letter for ${INSIDE}`);
    expect(await read(INSIDE)).toBe(own);
  });

  it('says that what was asked is void, and refuses what may not go out', async () => {
    const { say } = await begin();
    expect((await say('send it')).approval).not.toBeNull();
    const { reply, campaign } = await say(`for ${INSIDE} write: ${TEXT}`);
    expect(reply).toContain('What was asked or approved before is void');
    expect(campaign?.status).toBe('draft');
    const refused = await say(`for ${INSIDE} write: See https://evil.example/x. Please reply.`);
    expect(refused.reply).toContain('This message may not go out');
    expect(refused.campaign?.version).toBe(campaign?.version);
  });

  it('adds for some what others do not read, beside what all read', async () => {
    const { say, read } = await begin();
    const { audience } = await say('for the Bangkok ones add that the office moves in December');
    expect(audience?.words).not.toContain('Office');
    const [inside, outside] = [await read(INSIDE), await read(OUTSIDE)];
    expect(inside).toContain('the new summer playlist. The office moves in December');
    expect(outside).toContain('the new summer playlist');
    expect(outside).not.toContain('office');
  });

  it('tells what changed since any version, with whom it is about', async () => {
    const { say } = await begin();
    await say('make it warmer');
    await say('mention the new app');
    const since = await say('what changed since version 1?');
    expect(since.reply).toContain('From version 1 to version 3');
    expect(since.reply).toContain('Tone: nothing → casual');
    expect(since.reply).toContain('→ “the new summer playlist and the new app”');
    await say(`for ${INSIDE} write: ${TEXT}`);
    expect((await say('what changed in version 4')).reply).toContain(
      `, ${INSIDE} (e-mail): the built-in letter → “${TEXT}”`,
    );
    expect((await say('compare version 2 and 2')).reply).toContain('are the same');
    expect((await say('compare version 1 and 9')).reply).toContain('There is no version 9');
  });

  it('lists, shows, changes and takes out variants, and refuses a sixth', async () => {
    const { say } = await begin();
    expect((await say('list the variants')).reply).toContain('There is one wording');
    await say('add a variant: shorter');
    const { reply } = await say('add a variant with subject: Hear the summer');
    expect(reply).toContain(
      'A is the draft itself, B has short letters and C has the subject “Hear the summer”',
    );
    const { previews } = await say('show variant C');
    expect(new Set(previews.map(({ subject }) => subject))).toEqual(new Set(['Hear the summer']));
    expect((await say('edit variant B: warmer')).reply).toContain('B has a casual tone and short letters');
    expect((await say('make six variants')).reply).toContain('up to 5 variants');
    expect((await say('remove variant C')).reply).toContain('There are 2 wordings');
  });
});

describe('a kind of campaign of one’s own, by sentences', () => {
  it('is made, used, listed, changed, renamed and deleted when nothing is of it', async () => {
    const add = 'add a campaign type "Menu tasting", to the general manager, casual:';
    const { reply, thread } = await admin.say(
      `${add} We have a new menu for {{ customer.name }}. Please reply with a date.`,
    );
    const say = (next: string) => admin.say(next, thread);
    expect(reply).toContain('There is now a campaign type “Menu tasting”');
    expect((await say('list the campaign types')).reply).toContain('“Menu tasting” (own, marketing)');
    await say('make the campaign type Menu tasting formal');
    await say(
      'change the letter of the campaign type Menu tasting to: A new menu waits for {{ customer.name }}. Please tell us a day.',
    );
    expect((await say('rename the campaign type Menu tasting to Wine dinner')).reply).toContain(
      'The campaign type “Wine dinner” (marketing, formal) is changed',
    );
    const { previews, campaign } = await admin.say('draft a wine dinner for all hotels in Phuket by email');
    expect(campaign?.type).toBe('menu_tasting');
    expect(previews[0]?.body).toMatch(/A new menu waits for .+\.\n/);
    expect(previews[0]?.body).toContain('Please tell us a day.');
    expect((await say('delete the campaign type Wine dinner')).reply).toContain(
      'Campaigns are of this type.',
    );
    await say(`${add.replace('Menu', 'Cheese')} We have a new cheese. Please reply with a date.`);
    expect((await say('delete the campaign type Cheese tasting')).reply).toContain(
      'The campaign type is deleted.',
    );
    expect((await say('list the campaign types')).reply).not.toContain('Cheese');
    expect((await say('delete the campaign type Renewal')).reply).toContain(
      'There is no campaign type of your own with this key.',
    );
  });

  it('is kept as a template and copied, which begin drafts of their own', async () => {
    const { say } = await begin();
    await say('make it warmer');
    await say('save this as a template called Summer');
    expect((await say('list the templates')).reply).toContain('1 template');
    const used = await say('use the template Summer');
    expect(used.previews[0]?.body).toMatch(/^Hello /);
    const copied = await say('copy this campaign for the hotels in Bangkok');
    expect(copied.campaign?.id).not.toBe(used.campaign?.id);
    expect(copied.campaign).toMatchObject({ type: 'announcement', version: 1, status: 'draft' });
  });
});
