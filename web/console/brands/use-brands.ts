import { useCallback, useState } from 'react';
import type { TreeChange, TreeOutcome } from '../../../core/brands/change-tree.ts';
import type { TreeChangeRow } from '../../../core/brands/list-tree-changes.ts';
import type { BrandProposal } from '../../../core/brands/propose-brands.ts';
import type { TreeNode } from '../../../core/brands/read-tree.ts';
import { post, problemWords } from '../api.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';

/** What a form sends: a new brand may leave out what is not known of it. */
export type Change =
  | Exclude<TreeChange, { do: 'add' }>
  | {
      do: 'add';
      name: string;
      parentId?: string | null;
      ownerGroup?: string | null;
      aliases?: string[];
      proposal?: string;
    };

export type Said = { words: string; changeId: string | null };

/** The tree, what is proposed about it and what was done; each change reads all of it again. */
export function useBrands() {
  const tree = usePolled<{ brands: TreeNode[] }>('/brands', null);
  const proposed = usePolled<{ proposals: BrandProposal[] }>('/brands/proposals', null);
  const changes = usePolled<{ changes: TreeChangeRow[] }>('/brand-changes?limit=20', null);
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reloads = [tree.reload, proposed.reload, changes.reload];

  const attempt = async (work: () => Promise<Said>): Promise<boolean> => {
    setProblem(null);
    try {
      setSaid(await work());
      await Promise.all(reloads.map((reload) => reload()));
      return true;
    } catch (error) {
      setProblem(problemWords(error));
      return false;
    }
  };
  const change = (given: Change, words: string) =>
    attempt(async () => {
      const { changeId, moved } = await post<TreeOutcome>('/brands', given);
      const rest =
        moved > 0 ? t(' {n} {n|customer has|customers have} another brand now.', { n: moved }) : '';
      return { words: `${words}.${rest}`, changeId };
    });
  const undo = (changeId: string) =>
    attempt(async () => {
      const { kept } = await post<{ kept: number }>(`/brand-changes/${changeId}/undo`);
      return {
        words:
          kept > 0
            ? t('Undone; {n} {n|customer|customers} changed since and stay.', { n: kept })
            : t('Undone.'),
        changeId: null,
      };
    });
  const reload = useCallback(() => void tree.reload(), [tree.reload]);
  return { tree, proposed, changes, said, problem, change, undo, reload };
}
