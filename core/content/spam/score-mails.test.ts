import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeMail } from '../../../channels/email/whole-mail.ts';
import { DRAFT, openRenewals, type Renewals } from '../../../test/renewal-campaigns.ts';
import { rehearse } from '../../approval/rehearse.ts';
import { createCampaign } from '../../campaigns/create-campaign.ts';
import type { DraftPatch } from '../../campaigns/draft.ts';
import { draftFigures } from '../../campaigns/draft-figures.ts';
import { readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { createMailScores, type MailScores } from './mail-scores.ts';

let d: Renewals;
let mails: string[] = [];
beforeAll(async () => {
  d = await openRenewals();
});
afterAll(() => d.close());

const SHOUTING = [{ name: 'SUBJ_ALL_CAPS', points: 4.2, says: 'Subject is all capitals' }];
/** Counts against a mail that shouts, as the filter would. */
const filter = () => {
  mails = [];
  return createMailScores({
    wholeMail,
    ask: async (mail) => {
      mails.push(mail.toString());
      const isLoud = /^Subject: .*LOUD/m.test(mail.toString());
      return { points: isLoud ? 4.2 : 0.3, threshold: 5, rules: isLoud ? SHOUTING : [] };
    },
  });
};
const as =
  (mailScores: MailScores | undefined) =>
  <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    d.as(d.approver, (ctx) => work({ ...ctx, mailScores }));

const campaign = (patch: DraftPatch = {}): Promise<string> =>
  as(undefined)(async (ctx) => (await createCampaign(ctx, { draft: { ...DRAFT, ...patch } })).id);
const wording = { email: { subject: 'A LOUD word' } };

it('a dry run scores a whole mail, as it would be sent, and says what counts against it', async () => {
  const campaignId = await campaign({ wording });
  const run = await rehearse(as(filter()), { campaignId });
  expect(mails).toHaveLength(1);
  for (const part of [/^List-Unsubscribe: </m, /^Content-Type: text\/html/m, /^Content-Type: text\/plain/m])
    expect(mails[0]).toMatch(part);
  expect(run.findings).toContainEqual({
    ...{ severity: 'warning', place: 'subject', messages: 1, repair: 'Write it in small letters.' },
    message:
      'SpamAssassin gives the e-mail in English 4.2 points, and 5 are spam: Subject is all capitals (SUBJ_ALL_CAPS, 4.2).',
  });
});

it('of several variants it scores one mail each', async () => {
  const campaignId = await campaign({ variants: [{ wording }] });
  const run = await rehearse(as(filter()), { campaignId, limit: 10 });
  const dealt = new Set(run.messages.map(({ variant }) => variant));
  expect(mails).toHaveLength(dealt.size);
  const said = [...run.notes, ...run.findings.map(({ message }) => message)].join('\n');
  for (const variant of dealt) expect(said).toContain(`the e-mail in English (variant ${variant})`);
});

it('a preview waits for nobody: it says that it asks, and the next one what was answered', async () => {
  const open = as(filter());
  const campaignId = await campaign();
  const preview = () =>
    open(async (ctx) => (await draftFigures(ctx, await readCampaign(ctx, campaignId))).preview);
  const first = await preview();
  expect(first.findings).toContainEqual(
    expect.objectContaining({
      message: expect.stringContaining('SpamAssassin has not answered yet for the e-mail in English.'),
    }),
  );
  // The same mails: what a dry run waits for, a preview knows.
  await rehearse(open, { campaignId });
  const second = await preview();
  expect(second.notes?.email).toContain('SpamAssassin gives the e-mail in English 0.3 points; 5 are spam.');
  expect(second.findings.map(({ message }) => message).join()).not.toContain('SpamAssassin');
  expect(mails).toHaveLength(1);
});

it('a filter that cannot be asked is told once, holds nothing up, and is asked again after a while', async () => {
  let isThere = false;
  const scores = createMailScores({
    wholeMail,
    retryMs: 0,
    ask: async () => {
      if (!isThere) throw new Error('connect ECONNREFUSED');
      return { points: 0, threshold: 5, rules: [] };
    },
  });
  const campaignId = await campaign();
  const run = await rehearse(as(scores), { campaignId });
  expect(run.refused).toBe(0);
  expect(run.findings).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      message: 'SpamAssassin could not be asked (connect ECONNREFUSED): only our own signs of spam count.',
    }),
  );
  isThere = true;
  expect((await rehearse(as(scores), { campaignId })).notes.join()).toContain('0 points; 5 are spam.');
});

it('where none is set up, that is said beside the e-mail', async () => {
  const { notes } = await rehearse(as(undefined), { campaignId: await campaign() });
  expect(notes).toContain(
    'No SpamAssassin is set up here: e-mail is judged by our own few signs of spam alone.',
  );
});
