import { t } from '../words/t.ts';
import { ConditionRow } from './condition-row.tsx';
import { useFields } from './fields-context.ts';
import { firstClause } from './operators.ts';
import { type Group, type Mode, type Node, newCondition, newGroup } from './tree.ts';

export type Change = (id: number, by: (node: Node) => Node | null) => void;

const MODES: Record<Mode, string> = {
  all: t('All of these hold'),
  any: t('At least one of these holds'),
  none: t('None of these holds'),
};

/** A group of conditions and of groups, to any depth. */
export function GroupView({
  group,
  onChange,
  isInside = false,
}: {
  group: Group;
  onChange: Change;
  isInside?: boolean;
}) {
  const { fields } = useFields();
  const add = (node: Node) =>
    onChange(group.id, (now) => (now.kind === 'group' ? { ...now, nodes: [...now.nodes, node] } : now));
  const first = fields.find(({ key }) => key === 'brand') ?? fields[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: groups stand in groups; fieldsets would say every legend each time
    <div
      role="group"
      aria-label={MODES[group.mode]}
      className={isInside ? 'rounded-field border border-s-4 border-base-300 p-2 sm:p-3' : ''}
    >
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <select
          className="select select-sm w-auto max-w-full"
          aria-label={t('How the conditions go together')}
          value={group.mode}
          onChange={(event) =>
            onChange(group.id, (now) =>
              now.kind === 'group' ? { ...now, mode: event.target.value as Mode } : now,
            )
          }
        >
          {Object.entries(MODES).map(([mode, words]) => (
            <option key={mode} value={mode}>
              {words}
            </option>
          ))}
        </select>
        {isInside && (
          <button type="button" className="btn btn-sm" onClick={() => onChange(group.id, () => null)}>
            {t('Take the group out')}
          </button>
        )}
      </div>
      {group.nodes.length === 0 && <p className="quiet py-2">{t('No condition: everybody.')}</p>}
      <ul className="space-y-2">
        {group.nodes.map((node) => (
          <li key={node.id}>
            {node.kind === 'group' ? (
              <GroupView group={node} onChange={onChange} isInside />
            ) : (
              <ConditionRow condition={node} onChange={(next) => onChange(node.id, () => next)} />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn btn-sm"
          disabled={!first}
          onClick={() => first && add(newCondition(firstClause(first)))}
        >
          {t('Add a condition')}
        </button>
        <button
          type="button"
          className="btn btn-sm"
          disabled={!first}
          onClick={() => first && add(newGroup('any', [newCondition(firstClause(first))]))}
        >
          {t('Add a group')}
        </button>
      </div>
    </div>
  );
}
