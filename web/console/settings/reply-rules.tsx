import { type FormEvent, useEffect, useState } from 'react';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { language } from '../words/language.ts';
import { t } from '../words/t.ts';
import { SaveSettings } from './save-settings.tsx';
import { Check, NumberField, Row, TextField } from './setting-fields.tsx';

type Answer = { settings: TenantSettings };
type Shown = TenantSettings['replies'];

/** When the team works, when somebody is told again, and what a person always looks at. */
export function ReplyRules() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const [draft, setDraft] = useState<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (data) setDraft(data.settings.replies);
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!draft) return <Loading />;
  const { businessHours, personFor, highValueTiers } = draft;
  const replies: Shown = { ...draft, highValueTiers: named(highValueTiers) };
  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    setSaid(null);
    try {
      set(await patch<Answer>('/settings', { replies }));
      setSaid(t('Saved.'));
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  const change = (given: Partial<Shown>) => setDraft({ ...draft, ...given });
  const changeHours = (given: Partial<Shown['businessHours']>) =>
    change({ businessHours: { ...businessHours, ...given } });
  return (
    <form onSubmit={save}>
      <fieldset disabled={!mayAdminister}>
        {!mayAdminister && <p className="quiet mb-3 text-sm">{t('Only an admin changes these.')}</p>}
        <Panel title={t('When the team is at work')}>
          <div className="flex flex-wrap gap-x-4">
            {DAYS.map((label, at) => (
              <Check
                key={label}
                label={label}
                isOn={businessHours.days.includes(at + 1)}
                onChange={(isOn) => changeHours({ days: toggled(businessHours.days, at + 1, isOn) })}
              />
            ))}
          </div>
          {(['from', 'to'] as const).map((end) => (
            <Row key={end} label={ENDS[end]}>
              <input
                type="time"
                required
                className="input input-sm text-base sm:text-sm"
                value={businessHours[end]}
                onChange={({ target }) => changeHours({ [end]: target.value })}
              />
            </Row>
          ))}
        </Panel>
        <Panel title={t('In the morning')}>
          <Check
            label={t('Everybody is told where they talk to the agent what came in since the day before')}
            isOn={draft.digest}
            onChange={(digest) => change({ digest })}
          />
        </Panel>
        <Panel title={t('When nobody has answered')}>
          <Row label={t('The owner is told again after so many working minutes (empty: never)')}>
            <NumberField
              value={draft.remindAfterMinutes}
              min={1}
              onChange={(value) => change({ remindAfterMinutes: value })}
            />
          </Row>
          <Row label={t('The lead is told after so many working minutes (empty: never)')}>
            <NumberField
              value={draft.escalateAfterMinutes}
              min={1}
              onChange={(value) => change({ escalateAfterMinutes: value })}
            />
          </Row>
        </Panel>
        <Panel title={t('What a person always looks at')}>
          <div className="flex flex-wrap gap-x-4">
            {Object.entries(LOOKED_AT).map(([intent, label]) => (
              <Check
                key={intent}
                label={label}
                isOn={personFor.includes(intent)}
                onChange={(isOn) => change({ personFor: toggled(personFor, intent, isOn) })}
              />
            ))}
          </div>
          <Row label={t('Everything from customers of these tiers, with commas between')}>
            <TextField
              value={highValueTiers.join(', ')}
              isRequired={false}
              onChange={(value) => change({ highValueTiers: tiersOf(value) })}
            />
          </Row>
        </Panel>
        <SaveSettings mayAdminister={mayAdminister} wrong={wrong} said={said} />
      </fieldset>
    </form>
  );
}

// The first of January 2024 was a Monday.
const DAYS = Array.from({ length: 7 }, (_, at) =>
  new Date(Date.UTC(2024, 0, at + 1)).toLocaleDateString(language, { weekday: 'short', timeZone: 'UTC' }),
);
const ENDS = { from: t('Work begins, by the clock of the workspace'), to: t('Work ends') } as const;
const LOOKED_AT = {
  accept: t('Yes'),
  partial: t('Yes to a part'),
  decline: t('No'),
  question: t('Questions'),
  complaint: t('Complaints'),
  callback: t('Wishes to be called'),
  other: t('Everything else'),
} as const;

const toggled = <T,>(all: readonly T[], one: T, isOn: boolean): T[] =>
  isOn ? [...all.filter((other) => other !== one), one].sort() : all.filter((other) => other !== one);

const named = (tiers: readonly string[]): string[] => tiers.map((tier) => tier.trim()).filter(Boolean);

/** While a comma is typed its tier is empty still. */
const tiersOf = (typed: string): string[] => typed.split(',').map((tier) => tier.trimStart());
