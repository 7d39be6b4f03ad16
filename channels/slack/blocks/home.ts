import type { HomeView, KnownBlock } from '@slack/types';
import type { Home } from '../../surface-contract.ts';
import { approvalBlocks } from './approval.ts';
import { context, header, section } from './elements.ts';
import { replyBlocks } from './reply.ts';

const NOBODY_YET = { assignee: null, isDone: false, answeredBy: null };

/** What waits for this person, and how their campaigns are. */
export function homeView({ name, waiting, replies, campaigns }: Home): HomeView {
  const blocks: KnownBlock[] = [
    header(`Good day, ${name}`),
    section(`${waiting.length || 'Nothing'} to approve · ${replies.length || 'no'} replies to look at`),
    ...waiting.flatMap((part) => [{ type: 'divider' } as const, ...approvalBlocks(part)]),
    ...replies.flatMap((reply) => [{ type: 'divider' } as const, ...replyBlocks(reply, NOBODY_YET)]),
    { type: 'divider' },
    header('Your campaigns'),
    ...(campaigns.length > 0
      ? [section(campaigns.map(({ name: called, status }) => `${status} · ${called}`).join('\n'))]
      : [context('None yet: say in a message what you need.')]),
  ];
  return { type: 'home', blocks: blocks.slice(0, 100) };
}
