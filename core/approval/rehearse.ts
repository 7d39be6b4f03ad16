// A dry run with what a spam filter makes of its mails, which is waited for when no transaction is open.
import { readCampaign } from '../campaigns/read-campaign.ts';
import { type Scores, scoreLater } from '../content/spam/score-mails.ts';
import type { Ctx } from '../context.ts';
import { type DryRun, type DryRunInput, dryRun } from './dry-run.ts';
import type { PlannedMessage } from './plan.ts';

type Open = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
type Input = Omit<DryRunInput, 'campaign' | 'onMessage'> & { campaignId: string };

export async function rehearse(open: Open, { campaignId, ...input }: Input): Promise<DryRun> {
  const { run, scores } = await open(async (ctx) => {
    const mails = await scoreLater<PlannedMessage>(ctx);
    const campaign = await readCampaign(ctx, campaignId);
    return { run: await dryRun(ctx, { campaign, ...input, onMessage: mails.add }), scores: mails.done };
  });
  return withScores(run, await scores());
}

function withScores(run: DryRun, { notes, found }: Scores<PlannedMessage>): DryRun {
  const told = new Map<string, DryRun['findings'][number]>();
  for (const one of [...found.values()].flat()) {
    const before = told.get(one.message);
    told.set(one.message, { ...one, messages: (before?.messages ?? 0) + 1 });
  }
  // Errors stay in front.
  return { ...run, notes: [...notes, ...run.notes], findings: [...run.findings, ...told.values()] };
}
