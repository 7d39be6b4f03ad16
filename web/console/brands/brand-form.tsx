import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { TreeNode } from '../../../core/brands/read-tree.ts';
import { t } from '../words/t.ts';
import type { Change } from './use-brands.ts';

type Props = {
  /** Null: a new one. */
  brand: TreeNode | null;
  brands: readonly TreeNode[];
  onChange: (change: Change, words: string) => void;
  onCancel: () => void;
};

/** Name, place in the tree, owner and other names of a brand; merging it and taking it out. */
export function BrandForm({ brand, brands, onChange, onCancel }: Props) {
  const [name, setName] = useState(brand?.name ?? '');
  const [parentId, setParentId] = useState(brand?.parentId ?? '');
  const [group, setGroup] = useState(brand?.hasOwnGroup ? (brand.ownerGroup ?? '') : '');
  const [aliases, setAliases] = useState((brand?.aliases ?? []).join(', '));
  const [intoId, setIntoId] = useState('');
  const groups = [...new Set(brands.flatMap(({ ownerGroup }) => ownerGroup ?? []))].sort();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const others = brands.filter((one) => one.id !== brand?.id);
  function send(event: FormEvent) {
    event.preventDefault();
    const list = aliases
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    const own = { name: name.trim(), parentId: parentId || null, ownerGroup: group.trim() || null };
    if (!brand) return onChange({ do: 'add', ...own, aliases: list }, t('{name} added', { name: own.name }));
    const isSame = {
      name: own.name === brand.name,
      parentId: own.parentId === brand.parentId,
      ownerGroup: own.ownerGroup === (brand.hasOwnGroup ? brand.ownerGroup : null),
      aliases: list.join() === brand.aliases.join(),
    };
    onChange(
      {
        do: 'change',
        id: brand.id,
        ...(isSame.name ? {} : { name: own.name }),
        ...(isSame.parentId ? {} : { parentId: own.parentId }),
        ...(isSame.ownerGroup ? {} : { ownerGroup: own.ownerGroup }),
        ...(isSame.aliases ? {} : { aliases: list }),
      },
      t('{name} changed', { name: brand.name }),
    );
  }
  return (
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      className="grid gap-3 rounded-box bg-base-200 p-3 sm:grid-cols-2"
    >
      <label>
        <span className="quiet block text-xs">{t('Name')}</span>
        <input
          className="input input-sm w-full text-base sm:text-sm"
          value={name}
          maxLength={100}
          required
          dir="auto"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the component */}
      <label>
        <span className="quiet block text-xs">{t('Belongs below')}</span>
        <BrandSelect brands={others} value={parentId} none={t('nothing')} onChoose={setParentId} />
      </label>
      <label>
        <span className="quiet block text-xs">{t('Owner group')}</span>
        <input
          className="input input-sm w-full text-base sm:text-sm"
          list={id}
          maxLength={100}
          placeholder={
            brand?.ownerGroup && !brand.hasOwnGroup
              ? t('{ownerGroup}, from above', { ownerGroup: brand.ownerGroup })
              : ''
          }
          value={group}
          dir="auto"
          onChange={({ target }) => setGroup(target.value)}
        />
        <datalist id={id}>
          {groups.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label>
        <span className="quiet block text-xs">{t('Also called, with commas between')}</span>
        <input
          className="input input-sm w-full text-base sm:text-sm"
          value={aliases}
          dir="auto"
          onChange={({ target }) => setAliases(target.value)}
        />
      </label>
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <button type="submit" className="btn btn-sm btn-primary" disabled={!name.trim()}>
          {brand ? t('Save') : t('Add')}
        </button>
        <button type="button" className="btn btn-sm" onClick={onCancel}>
          {t('Cancel')}
        </button>
        {brand && (
          <button
            type="button"
            className="btn btn-sm ms-auto"
            onClick={() =>
              onChange({ do: 'remove', id: brand.id }, t('{name} taken out', { name: brand.name }))
            }
          >
            {t('It is no brand')}
          </button>
        )}
      </div>
      {brand && (
        <div className="flex flex-wrap items-end gap-2 border-t border-base-300 pt-3 sm:col-span-2">
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control stands in the component */}
          <label className="min-w-0 grow">
            <span className="quiet block text-xs">{t('It is the same as')}</span>
            <BrandSelect brands={others} value={intoId} none={t('choose …')} onChoose={setIntoId} />
          </label>
          <button
            type="button"
            className="btn btn-sm"
            disabled={!intoId}
            onClick={() =>
              onChange(
                { do: 'merge', id: brand.id, intoId },
                t('{name} merged into {name2}', {
                  name: brand.name,
                  name2: others.find((one) => one.id === intoId)?.name,
                }),
              )
            }
          >
            {t('Merge')}
          </button>
        </div>
      )}
    </form>
  );
}

type SelectProps = {
  brands: readonly TreeNode[];
  value: string;
  none: string;
  onChoose: (id: string) => void;
};

const BrandSelect = ({ brands, value, none, onChoose }: SelectProps) => (
  <select className="select select-sm w-full" value={value} onChange={({ target }) => onChoose(target.value)}>
    <option value="">{none}</option>
    {brands.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </select>
);
