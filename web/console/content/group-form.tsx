import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Draft, Group } from '../../../core/campaigns/draft.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { LETTER_LANGUAGES, languageWords } from '../words.ts';
import { bodyOf, toGroup, toGroupGiven } from './group-given.ts';
import { GroupRoles } from './group-roles.tsx';
import { GroupWhom } from './group-whom.tsx';
import { Field } from './own-words.tsx';
import { Shown } from './shown.tsx';
import { useGenerated } from './use-generated.ts';
import { WordsFields } from './words-fields.tsx';

type Props = {
  draft: Draft;
  /** Which of the draft's groups; one after the last is new. */
  at: number;
  onSave: (group: Group) => Promise<void>;
  onCancel: () => void;
};

/** Whom a group means and what it is told otherwise, and beside it what one of them would get, before anything is kept. */
export function GroupForm({ draft, at, onSave, onCancel }: Props) {
  const before = draft.groups[at];
  const [filter, setFilter] = useState(before?.filter ?? null);
  const [given, setGiven] = useState(() => toGroupGiven(before ?? { filter: { all: [] } }));
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const group = toGroup(filter, given);
  const groups = draft.groups.toSpliced(at, 1, ...(group ? [group] : []));
  const { messages, problem } = useGenerated(bodyOf(draft, { groups, filter, roles: given.roles }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!group) return;
    setBusy(true);
    void onSave(group).finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit} aria-label={t('Words for a group')} className="grid gap-4 md:grid-cols-2">
      <div className="min-w-0 space-y-3">
        <GroupWhom audience={draft.filter} filter={filter} first={first} onChange={setFilter} />
        <GroupRoles roles={given.roles} onChange={(roles) => setGiven({ ...given, roles })} />
        <Field label={t('Language')}>
          <select
            className="select select-sm mt-1 w-full"
            value={given.language}
            onChange={({ target }) =>
              setGiven({ ...given, language: LETTER_LANGUAGES.find((one) => one === target.value) ?? '' })
            }
          >
            <option value="">{t('as the draft')}</option>
            {LETTER_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {languageWords(one)}
              </option>
            ))}
          </select>
        </Field>
        <WordsFields
          given={given}
          isWhole={false}
          messages={messages ?? []}
          onChange={(words) => setGiven({ ...given, ...words })}
        />
        <p className="quiet text-xs">{t('What was asked for approval before is void then.')}</p>
        <div className="flex flex-wrap gap-2">
          <SaveOrCancel isHeld={isBusy || !group} onCancel={onCancel} />
        </div>
      </div>
      <div className="min-w-0">{problem ? <Problem words={problem} /> : <Shown messages={messages} />}</div>
    </form>
  );
}
