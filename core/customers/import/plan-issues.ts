import type { Issue } from './judge-heading.ts';
import type { Prepared } from './prepared.ts';
import type { Existing } from './read-existing.ts';

export type IssuePlan = {
  add: Issue[];
  /** Open items of this file that the file no longer gives a reason for. */
  close: string[];
  status: 'active' | 'review';
};

const keyOf = ({ reason, detail }: Pick<Issue, 'reason' | 'detail'>): string => `${reason} ${detail}`;

/** What a person decided once is not asked again; what the file has put right is closed. */
export function planIssues(fresh: Prepared, before: Existing | undefined): IssuePlan {
  const seen = new Map(before?.issues.map((item) => [keyOf(item), item]));
  const add = fresh.issues.filter((issue) => !seen.has(keyOf(issue)));
  const now = new Set(fresh.issues.map(keyOf));
  const close = (before?.issues ?? [])
    .filter((item) => item.status === 'open' && item.file === fresh.file && !now.has(keyOf(item)))
    .map(({ id }) => id);
  const stillOpen = (before?.issues ?? []).some(
    (item) => item.isBlocking && item.status === 'open' && !close.includes(item.id),
  );
  const isBlocked = add.some(({ isBlocking }) => isBlocking) || stillOpen;
  return { add: distinct(add), close, status: isBlocked ? 'review' : 'active' };
}

const distinct = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [keyOf(issue), issue])).values(),
];
