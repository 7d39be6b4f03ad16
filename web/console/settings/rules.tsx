import { type FormEvent, useEffect, useState } from 'react';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { ModelUse } from './model-use.tsx';
import { SaveSettings } from './save-settings.tsx';
import { Check, NumberField, Row, TextField } from './setting-fields.tsx';

type Answer = { settings: TenantSettings };
type Shown = Pick<
  TenantSettings,
  | 'approval'
  | 'quietHours'
  | 'frequencyCap'
  | 'timeZone'
  | 'sender'
  | 'channelFallback'
  | 'tracking'
  | 'links'
  | 'model'
>;
const pick = ({
  approval,
  quietHours,
  frequencyCap,
  timeZone,
  sender,
  channelFallback,
  tracking,
  links,
  model,
}: TenantSettings): Shown => ({
  ...{ approval, quietHours, frequencyCap, timeZone },
  ...{ sender, channelFallback, tracking, links, model },
});

/** Who must agree, when nothing is sent, how often at most, and in whose name. */
export function Rules() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const [draft, setDraft] = useState<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (data) setDraft(pick(data.settings));
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!draft) return <Loading />;
  const { approval, quietHours, frequencyCap, timeZone, sender, tracking, links, model } = draft;
  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    setSaid(null);
    try {
      set(await patch<Answer>('/settings', draft));
      setSaid(t('Saved. What already waits for a decision keeps the rules under which it was asked.'));
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  const change = (given: Partial<Shown>) => setDraft({ ...draft, ...given });
  return (
    <form onSubmit={save}>
      <fieldset disabled={!mayAdminister}>
        {!mayAdminister && <p className="quiet mb-3 text-sm">{t('Only an admin changes these.')}</p>}
        <Panel title={t('Approval')}>
          <Row label={t('A second person decides above so many recipients (empty: never)')}>
            <NumberField
              value={approval.secondPersonAboveRecipients}
              onChange={(value) => change({ approval: { ...approval, secondPersonAboveRecipients: value } })}
            />
          </Row>
          <Row label={t('A request ends after so many hours')}>
            <NumberField
              value={approval.expiresAfterHours}
              min={1}
              onChange={(value) => change({ approval: { ...approval, expiresAfterHours: value ?? 72 } })}
            />
          </Row>
          <Check
            label={t('Approvers decide, not only admins')}
            isOn={approval.roles.includes('approver')}
            onChange={(isOn) =>
              change({ approval: { ...approval, roles: isOn ? ['approver', 'admin'] : ['admin'] } })
            }
          />
        </Panel>
        <Panel title={t('When, and how often')}>
          <Row label={t('Quiet from, by the recipient’s clock')}>
            <input
              type="time"
              required
              className="input input-sm text-base sm:text-sm"
              value={quietHours.from}
              onChange={({ target }) => change({ quietHours: { ...quietHours, from: target.value } })}
            />
          </Row>
          <Row label={t('Quiet until')}>
            <input
              type="time"
              required
              className="input input-sm text-base sm:text-sm"
              value={quietHours.to}
              onChange={({ target }) => change({ quietHours: { ...quietHours, to: target.value } })}
            />
          </Row>
          <Row label={t('Marketing messages to one person, at most')}>
            <NumberField
              value={frequencyCap.max}
              min={1}
              onChange={(max) => change({ frequencyCap: { ...frequencyCap, max: max ?? 1 } })}
            />
          </Row>
          <Row label={t('in so many days')}>
            <NumberField
              value={frequencyCap.days}
              min={1}
              onChange={(days) => change({ frequencyCap: { ...frequencyCap, days: days ?? 1 } })}
            />
          </Row>
          <Row label={t('Time zone of the workspace')}>
            <TextField value={timeZone} onChange={(value) => change({ timeZone: value })} />
          </Row>
        </Panel>
        <Panel title={t('In whose name')}>
          {(['company', 'service', 'signature', 'email', 'postalAddress'] as const).map((key) => (
            <Row key={key} label={SENDER[key]}>
              <TextField
                value={sender[key]}
                isRequired={key !== 'postalAddress'}
                onChange={(value) => change({ sender: { ...sender, [key]: value } })}
              />
            </Row>
          ))}
        </Panel>
        <Panel title={t('Model and budget')}>
          <Row label={t('Tokens that models may use in a month (empty: no limit; the planner needs none)')}>
            <NumberField
              value={model.monthlyTokens}
              onChange={(monthlyTokens) => change({ model: { ...model, monthlyTokens } })}
            />
          </Row>
          <Row label={t('Of them, what one person may use (empty: no limit)')}>
            <NumberField
              value={model.monthlyTokensPerPerson}
              onChange={(monthlyTokensPerPerson) => change({ model: { ...model, monthlyTokensPerPerson } })}
            />
          </Row>
          <Row label={t('Write messages one by one up to so many recipients')}>
            <NumberField
              value={model.writeUpTo}
              onChange={(writeUpTo) => change({ model: { ...model, writeUpTo: writeUpTo ?? 0 } })}
            />
          </Row>
          <ModelUse />
        </Panel>
        <Panel title={t('Sending')}>
          <Check
            label={t('What a channel does not carry goes on to the contact’s other ones, as approved')}
            isOn={draft.channelFallback}
            onChange={(channelFallback) => change({ channelFallback })}
          />
          <Check
            label={t('E-mails tell who clicked a link')}
            isOn={tracking.clicks}
            onChange={(clicks) => change({ tracking: { ...tracking, clicks } })}
          />
          <Check
            label={t('E-mails carry a picture that tells who opened them')}
            isOn={tracking.opens}
            onChange={(opens) => change({ tracking: { ...tracking, opens } })}
          />
          <Check
            label={t('Surveys carry a link to a page where their reader presses a number')}
            isOn={links.answers}
            onChange={(answers) => change({ links: { ...links, answers } })}
          />
        </Panel>
        <SaveSettings mayAdminister={mayAdminister} wrong={wrong} said={said} />
      </fieldset>
    </form>
  );
}

const SENDER = {
  company: t('Company'),
  service: t('What customers get, as in “your music service at the hotel”'),
  signature: t('Signature'),
  email: t('E-mail address'),
  postalAddress: t('Postal address, for marketing mail'),
} as const;
