import type { RepliesPart } from '../../../core/parts.ts';
import { ReplyList } from '../cards/replies-card.tsx';
import { Page } from './page.tsx';
import { usePolled } from './use-polled.ts';

export function RepliesPage() {
  const { data, problem } = usePolled<Pick<RepliesPart, 'replies'>>('/replies');
  return (
    <Page
      title="Replies"
      hint="What customers answered, and how it was read."
      problem={problem}
      isLoading={!data}
    >
      {data?.replies.length === 0 ? (
        <p>Nobody has answered yet.</p>
      ) : (
        <ReplyList replies={data?.replies ?? []} />
      )}
    </Page>
  );
}
