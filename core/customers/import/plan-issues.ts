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
export function planIssues({ issues, file }: Prepared, before: Existing | undefined): IssuePlan {
  const told = issues.filter((issue) => !isMoot(issue, before));
  const seen = new Map(before?.issues.map((item) => [keyOf(item), item]));
  const add = told.filter((issue) => !seen.has(keyOf(issue)));
  const now = new Set(told.map(keyOf));
  const close = (before?.issues ?? [])
    .filter((item) => item.status === 'open' && item.file === file && !now.has(keyOf(item)))
    .map(({ id }) => id);
  const stillOpen = (before?.issues ?? []).some(
    (item) => item.isBlocking && item.status === 'open' && !close.includes(item.id),
  );
  const isBlocked = add.some(({ isBlocking }) => isBlocking) || stillOpen;
  return { add: distinct(add), close, status: isBlocked ? 'review' : 'active' };
}

/** That a file does not say the type is nothing to look at where an earlier one did, or was doubted for what it said. */
const isMoot = ({ reason }: Issue, before: Existing | undefined): boolean =>
  reason === 'missing_type' &&
  before !== undefined &&
  (before.customer.type !== null || before.issues.some((item) => item.reason === 'type_is_other'));

const distinct = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [keyOf(issue), issue])).values(),
];
