import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const planned = (say: string) => plan(say, situation(nothing));
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('a question about what can be done', () => {
  it.each([
    ['what channels do we have?', /by WhatsApp, LINE or E-mail/],
    ['which channels can I use', /by WhatsApp, LINE or E-mail/],
    ['how much will it cost?', /depends on who gets what/],
    ['is there a way to send a test to myself first?', /send a test to/],
    ['can I send on a Sunday?', /quiet hours/],
    ['do you speak Thai?', /^Yes\./],
    ['do you speak Finnish?', /^No\. I understand English best/],
    ['how do I add a customer?', /Import/],
  ])('is answered, and lists nobody: “%s”', (say, answer) => {
    const { calls, say: said, question } = planned(say);
    expect({ calls, question }).toEqual({ calls: [], question: undefined });
    expect(said).toMatch(answer);
  });

  it.each(['when did we last write to the Hiltons?', 'what have we sent to the Hiltons this year'])(
    'of what was sent shows where it stands: “%s”',
    (say) => {
      const { calls, say: said } = planned(say);
      expect(calls).toEqual([{ name: 'find_customers', args: { filter: HILTONS } }]);
      expect(said).toMatch(/What happened/);
    },
  );
});

describe('what would be, if', () => {
  it('is written and checked, and nobody is asked to approve it', () => {
    const { calls } = planned(
      'what would happen if I sent renewal reminders to all Hiltons expiring in October, is that a lot?',
    );
    expect(calls).toMatchObject([
      { name: 'draft_campaign', args: { type: 'renewal' } },
      { name: 'dry_run', args: { campaignId: '$draft' } },
    ]);
    expect(calls).toHaveLength(2);
  });

  it('asks what it would ask of the request itself', () => {
    expect(planned('what would happen if I sent renewal reminders to the Zorblatts?').question).toBeDefined();
  });

  it.each([
    'how many people would get it if I wrote to all Hiltons?',
    'how many customers would receive a message if we sent one to the Hiltons',
  ])('is how far they can be reached, whoever was written to before: “%s”', (say) => {
    expect(planned(say).calls).toEqual([{ name: 'measure_reach', args: { filter: HILTONS } }]);
  });
});

describe('a campaign named by when it was made', () => {
  const made = (...all: readonly (readonly [string, string])[]) => {
    const now = situation(nothing);
    const campaigns = all.map(([id, createdAt]) => ({
      ...{ id, name: id, type: 'renewal', status: 'sending' as const, createdAt },
    }));
    return { ...now, vocabulary: { ...now.vocabulary, campaigns } };
  };
  const THIS_MORNING = ['of today', '2026-11-21T02:00:00Z'] as const;
  const BEFORE = ['of before', '2026-11-18T02:00:00Z'] as const;

  it.each([
    ['cancel the campaign I started this morning', 'stop'],
    ['pause what I sent today', 'pause'],
  ])('is that one: “%s”', (say, action) => {
    const { calls } = plan(say, made(BEFORE, THIS_MORNING));
    expect(calls).toEqual([{ name: 'control_campaign', args: { campaignId: 'of today', action } }]);
  });

  it('is none where none is on its way, and asked for where there are several', () => {
    expect(plan('cancel the campaign I started today', made(BEFORE))).toMatchObject({
      calls: [],
      say: 'No campaign that was made since 21 November 2026 is on its way.',
    });
    const several = plan('stop the campaign that I started', made(BEFORE, THIS_MORNING));
    expect(several.calls).toEqual([{ name: 'list_campaigns', args: {} }]);
    expect(several.say).toMatch(/^2 campaigns/);
  });
});

describe('what a message asks its readers', () => {
  it.each([
    ['write to the Hiltons asking whether they have time for a visit', 'do you have time for a visit?'],
    ['write to the Hiltons to ask if they have time for a visit', 'do you have time for a visit?'],
    ['write a personal note to the Hiltons asking for a coffee', 'we would be glad of a coffee'],
  ])('is its topic: “%s”', (say, topic) => {
    expect(planned(say).calls[0]).toMatchObject({ args: { filter: HILTONS, topic } });
  });

  it('is not told from who asked for it, and so is asked', () => {
    expect(planned('send a reminder to all Hiltons asking for a call').question).toBeDefined();
  });
});

describe('what is attached', () => {
  it('is nothing, so that nobody is told of it', () => {
    expect(planned('tell the Hiltons their invoice is attached')).toMatchObject({
      calls: [],
      question: { text: expect.stringMatching(/carry no files/) },
    });
  });
});

describe('where something takes place', () => {
  it('says nothing of who is invited', () => {
    const [draft] = planned('invite everyone in Phuket to our roadshow on 5 December at the Marriott').calls;
    expect(draft).toMatchObject({
      args: {
        filter: { op: 'in', field: 'city', values: ['Phuket'] },
        topic: 'to our roadshow on 5 December at the Marriott',
      },
    });
  });
});

describe('what is no condition and no time', () => {
  it.each<[string, object]>([
    [
      'congratulate the Hiltons on their 10th anniversary',
      { filter: HILTONS, topic: 'your 10th anniversary' },
    ],
    [
      'tell the Hiltons about our new app called Beatbox',
      { filter: HILTONS, topic: 'our new app called Beatbox' },
    ],
    [
      'our support line changes to +66 2 123 4567 from 1 December, let all Hiltons know',
      { filter: HILTONS, topic: 'our support line changes to +66 2 123 4567 from 1 December' },
    ],
    ['tell the owners of the Hiltons we miss them', { filter: HILTONS, roles: ['owner_manager'] }],
  ])('“%s”', (say, args) => {
    const { calls } = planned(say);
    expect(calls[0]).toMatchObject({ name: 'draft_campaign', args });
    expect(calls[0]?.args.schedule).toBeUndefined();
  });
});

describe('how long something lasts', () => {
  it.each([
    [
      'inform the Hiltons about a maintenance on Sunday night from 2 to 4am',
      'a maintenance on Sunday night from 2 to 4am',
    ],
    ['tell the Hiltons about our new opening hours, 9 to 5', 'our new opening hours, 9 to 5'],
  ])('is part of the message, and no hour to send at: “%s”', (say, topic) => {
    const { args } = planned(say).calls[0]!;
    expect(args).toMatchObject({ filter: HILTONS, topic });
    expect(args.schedule).toBeUndefined();
  });

  it('leaves the hour to send at behind it', () => {
    const { args } = planned('tell the Hiltons about our party from 7pm to 11pm tomorrow at 9am').calls[0]!;
    expect(args).toMatchObject({
      schedule: { date: '2026-11-22', time: '09:00' },
      topic: 'our party from 7pm to 11pm',
    });
  });
});

describe('how many contacts somebody has', () => {
  it.each(['which customers have only one contact?', 'send a survey to the gyms with one contact'])(
    'is no condition here, and is not passed over: “%s”',
    (say) => {
      expect(planned(say)).toMatchObject({ calls: [], question: {} });
    },
  );
});
