import { describe, expect, it } from 'vitest';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const THIS_MORNING = '2026-11-21T02:00:00Z';
const BEFORE = '2026-11-18T02:00:00Z';

/** Campaigns by their names, the newest first; each has its name as its id. */
function among(...all: readonly (readonly [name: string, status?: string, createdAt?: string])[]) {
  const now = situation(nothing);
  const campaigns = all.map(([name, status = 'sending', createdAt = BEFORE]) => ({
    ...{ id: name, name, createdAt, status: status as 'sending' },
    type: name.startsWith('Renewal') ? 'renewal' : 'announcement',
  }));
  return { ...now, vocabulary: { ...now.vocabulary, campaigns } };
}

const HILTON = 'Renewal, Hilton, October 2027';
const MARRIOTT = 'Renewal, Marriott, Bangkok';
const APP = 'Announcement, our new app';
const control = (campaignId: string, action: string) => [
  { name: 'control_campaign', args: { campaignId, action } },
];

describe('a campaign named by when it was made', () => {
  const made = among(['of today', 'sending', THIS_MORNING], ['of before']);

  it.each([
    ['cancel the campaign I started this morning', 'stop'],
    ['pause what I sent today', 'pause'],
  ])('is that one: “%s”', (say, action) => {
    expect(plan(say, made).calls).toEqual(control('of today', action));
  });

  it('is none where none is on its way, and asked for where there are several', () => {
    expect(plan('cancel the campaign I started today', among(['of before']))).toMatchObject({
      calls: [],
      say: 'No campaign that was made since 21 November 2026 is on its way.',
    });
    const { calls, question } = plan('stop the campaign that I started', made);
    expect(calls).toEqual([]);
    expect(question?.choices.map(({ label }) => label)).toEqual(['of today', 'of before']);
    expect(plan(question!.choices[1]!.say, made).calls).toEqual(control('of before', 'stop'));
  });
});

describe('a campaign named by what it is and whom it is for', () => {
  const those = among([APP, 'sending', THIS_MORNING], [HILTON], [MARRIOTT, 'done']);

  it.each([
    ['pause the Hilton campaign', control(HILTON, 'pause')],
    ['stop the Hilton renewals now', control(HILTON, 'stop')],
    ['please put the campaign about the new app on hold', control(APP, 'pause')],
    ['how did the Marriott renewals do?', [{ name: 'report_campaign', args: { campaignId: MARRIOTT } }]],
    ['how did the last campaign do?', [{ name: 'report_campaign', args: { campaignId: APP } }]],
    ['what is the open rate of the last campaign?', [{ name: 'report_campaign', args: { campaignId: APP } }]],
    ['how many opened the last campaign?', [{ name: 'report_campaign', args: { campaignId: APP } }]],
    [
      'how high was the reply rate of the last campaign',
      [{ name: 'report_campaign', args: { campaignId: APP } }],
    ],
    ['show me the results of the last campaign', [{ name: 'report_campaign', args: { campaignId: APP } }]],
    ['how is the Hilton mailing going so far?', [{ name: 'report_campaign', args: { campaignId: HILTON } }]],
    ['open the Marriott campaign', [{ name: 'open_campaign', args: { campaignId: MARRIOTT } }]],
  ])('is that one: “%s”', (say, calls) => {
    expect(plan(say, those).calls).toEqual(calls);
  });

  it('is the last that went out, whatever was drafted since', () => {
    const { calls } = plan(
      'how did the last campaign do?',
      among([APP, 'draft', THIS_MORNING], [HILTON, 'done']),
    );
    expect(calls).toEqual([{ name: 'report_campaign', args: { campaignId: HILTON } }]);
  });

  it('is each of several where all are said', () => {
    const { calls } = plan('pause all renewal campaigns', among([HILTON], [MARRIOTT], [APP]));
    expect(calls).toEqual([...control(HILTON, 'pause'), ...control(MARRIOTT, 'pause')]);
  });

  it('is never another one', () => {
    expect(plan('pause the Hyatt campaign', those)).toMatchObject({
      calls: [],
      say: expect.stringMatching(/^No/),
    });
    expect(plan('stop the renewals', among([HILTON], [MARRIOTT])).question?.choices).toHaveLength(2);
    expect(plan('resume the Hilton campaign', among([HILTON, 'paused']))).toMatchObject({
      calls: [{ name: 'report_campaign' }],
      say: expect.stringMatching(/button/),
    });
  });
});

describe('everything that goes out', () => {
  it.each([
    'stop everything',
    'Stop everything that is going out right now!',
    'pause all campaigns',
    'please stop all messages immediately',
    'halt every campaign now',
    "don't send anything to anybody",
    'stop sending everything',
    'Stopp alles sofort!',
    'Bitte halten Sie alle Kampagnen an',
    'arrête tout',
    'para todo ahora',
    'pare tudo',
    'หยุดส่งทุกอย่างเดี๋ยวนี้',
    'すべて停止してください',
    '停止所有发送',
  ])('is paused at once: “%s”', (say) => {
    expect(plan(say, among([HILTON])).calls).toEqual([{ name: 'pause_everything', args: {} }]);
  });

  it.each([
    'stop',
    'stop it',
    'stop all of that talk about prices',
    'pause all Hilton campaigns',
    'stop every renewal campaign',
  ])('is not meant by “%s”', (say) => {
    expect(plan(say, among([HILTON])).calls).not.toContainEqual({ name: 'pause_everything', args: {} });
  });

  it.each(['cancel everything', "don't send anything to anybody"])(
    'may be of the draft at hand: “%s”',
    (say) => {
      const { calls } = plan(
        say,
        situation(withDraft({ filter: { op: 'in', field: 'brand', values: ['Hilton'] } })),
      );
      expect(calls).not.toContainEqual({ name: 'pause_everything', args: {} });
    },
  );
});
