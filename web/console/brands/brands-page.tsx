import { useState } from 'react';
import type { TreeChangeRow } from '../../../core/brands/list-tree-changes.ts';
import type { TreeNode } from '../../../core/brands/read-tree.ts';
import { Problem } from '../cards/card.tsx';
import { Earlier } from '../earlier.tsx';
import { useMay } from '../me.ts';
import { Frame, Loading, Nothing } from '../pages/page.tsx';
import { fromServer, t } from '../words/t.ts';
import { BrandForm } from './brand-form.tsx';
import { Proposals } from './proposals.tsx';
import { type Change, useBrands } from './use-brands.ts';

type Leaf = { brand: TreeNode; depth: number };

/** Which brand stands below which, and who owns them: what filters mean by "all of a brand". */
export default function BrandsPage() {
  const mayChange = useMay('import');
  const { tree, proposed, changes, said, problem, change, undo, reload } = useBrands();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const brands = tree.data?.brands ?? [];
  const shown = inOrder(brands).filter(({ brand }) => holds(brand, search.trim()));
  const send = (given: Change, words: string) =>
    void change(given, words).then((isDone) => isDone && setOpen(null));
  return (
    <Frame
      title={t('Brands')}
      hint={t('A filter on a brand means everything below it too. Imports never change this tree.')}
      action={
        <>
          <a className="btn btn-sm" href="#/customers">
            {t('Customers')}
          </a>
          {mayChange && (
            <button type="button" className="btn btn-sm btn-primary" onClick={() => setOpen('new')}>
              {t('Add a brand')}
            </button>
          )}
        </>
      }
    >
      {problem && <Problem words={problem} />}
      {tree.problem && <Problem words={tree.problem} onRetry={reload} />}
      <p role="status" className="mb-2 flex flex-wrap items-center gap-2 text-sm empty:hidden">
        {said?.words}
        {said?.changeId && (
          <button type="button" className="btn btn-sm" onClick={() => void undo(said.changeId!)}>
            {t('Undo')}
          </button>
        )}
      </p>
      {mayChange && <Proposals proposals={proposed.data?.proposals ?? []} onChange={send} />}
      {open === 'new' && (
        <div className="mb-4">
          <BrandForm brand={null} brands={brands} onChange={send} onCancel={() => setOpen(null)} />
        </div>
      )}
      <input
        type="search"
        className="input mb-3 w-full text-base sm:text-sm"
        placeholder={t('Search brands, other names and owners')}
        aria-label={t('Search brands')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {!tree.data && !tree.problem && <Loading />}
      {tree.data && shown.length === 0 && (
        <Nothing>{search ? t('No brand is called so.') : t('There are no brands yet.')}</Nothing>
      )}
      {shown.length > 0 && (
        <ul aria-label={t('Brands')} className="rounded-box border border-base-300 bg-base-100 text-sm">
          {shown.map(({ brand, depth }) => (
            <li key={brand.id} className="border-b border-base-300 px-4 py-2 last:border-b-0">
              <div
                className="flex items-start justify-between gap-3"
                style={{ paddingInlineStart: `${depth * 1.25}rem` }}
              >
                <div className="min-w-0 wrap-anywhere">
                  <span className="font-medium" dir="auto">
                    {brand.name}
                  </span>
                  <span className="quiet block text-xs">{detailsOf(brand)}</span>
                </div>
                <span className="flex shrink-0 items-center gap-3">
                  <span className="quiet tabular-nums">
                    {t('{n} {n|customer|customers}', { n: brand.withBelow })}
                  </span>
                  {mayChange && (
                    <button
                      type="button"
                      className="btn btn-sm"
                      aria-expanded={open === brand.id}
                      aria-label={t('Change {name}', { name: brand.name })}
                      onClick={() => setOpen(open === brand.id ? null : brand.id)}
                    >
                      {t('Change')}
                    </button>
                  )}
                </span>
              </div>
              {open === brand.id && (
                <div className="mt-2">
                  <BrandForm brand={brand} brands={brands} onChange={send} onCancel={() => setOpen(null)} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Earlier
          label={t('Earlier changes')}
          rows={changes.data?.changes ?? []}
          onUndo={(changeId) => void undo(changeId)}
        >
          {changeWords}
        </Earlier>
      )}
    </Frame>
  );
}

function detailsOf({ ownerGroup, hasOwnGroup, aliases, because }: TreeNode): string {
  const group =
    ownerGroup && t(hasOwnGroup ? 'owned by {group}' : 'owned by {group}, from above', { group: ownerGroup });
  const also = aliases.length > 0 && t('also {list}', { list: aliases.join(', ') });
  return [group, also, because.parent && t('place: {reason}', { reason: fromServer(because.parent.reason) })]
    .filter(Boolean)
    .join(' · ');
}

/** The tree as a list: each brand before those below it, those with the most customers first. */
function inOrder(brands: readonly TreeNode[]): Leaf[] {
  const known = new Set(brands.map(({ id }) => id));
  const below = Map.groupBy(brands, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ''));
  const walk = (parentId: string, depth: number): Leaf[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => b.withBelow - a.withBelow)
      .flatMap((brand) => [{ brand, depth }, ...walk(brand.id, depth + 1)]);
  return walk('', 0);
}

const holds = ({ name, aliases, ownerGroup }: TreeNode, search: string): boolean =>
  [name, ...aliases, ownerGroup ?? ''].some((word) => word.toLowerCase().includes(search.toLowerCase()));

const PAST = {
  add: t('added'),
  change: t('changed'),
  merge: t('merged'),
  remove: t('taken out'),
  decline: t('declined'),
};

const changeWords = ({ name, action, moved }: TreeChangeRow): string =>
  `${name} ${PAST[action]}${moved > 0 ? `, ${t('{n} {n|customer|customers}', { n: moved })}` : ''}`;
