import { type FormEvent, useState } from 'react';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName, providerName } from '../words.ts';
import { Row, TextField } from './setting-fields.tsx';
import { fieldsOf, fieldWords, type SettingField, settingsOf } from './settings-schema.ts';

type Provider = { key: string; settings: object };
type Channel = { key: string; providers: Provider[] };

/** Adds a sender to a channel: what its provider asks for is what the form asks for. */
export function NewAccount({ onAdded }: { onAdded: () => void }) {
  const { data } = usePolled<{ channels: Channel[] }>('/channels', null);
  const [chosen, setChosen] = useState<{ channel: string; provider: string }>({ channel: '', provider: '' });
  const [name, setName] = useState('');
  const [entered, setEntered] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const channel = data?.channels.find(({ key }) => key === chosen.channel);
  const provider = channel?.providers.find(({ key }) => key === chosen.provider);
  const fields = provider ? fieldsOf(provider.settings) : [];
  const choose = (change: Partial<typeof chosen>) => {
    setChosen({ ...chosen, ...change });
    setEntered({});
    setWrong(null);
  };
  async function send(event: FormEvent) {
    event.preventDefault();
    try {
      await post('/accounts', { ...chosen, name: name.trim(), settings: settingsOf(fields, entered) });
      setName('');
      choose({ channel: '', provider: '' });
      onAdded();
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  return (
    <Panel title={t('Add a sender')}>
      <form onSubmit={send}>
        <Row label={t('Channel')}>
          <Choice
            value={chosen.channel}
            choices={(data?.channels ?? []).map(({ key }) => ({ key, words: channelName(key) }))}
            onChange={(key) => choose({ channel: key, provider: '' })}
          />
        </Row>
        {channel && (
          <Row label={t('Carried by')}>
            <Choice
              value={chosen.provider}
              choices={channel.providers.map(({ key }) => ({
                key,
                words: providerName(key),
              }))}
              onChange={(key) => choose({ provider: key })}
            />
          </Row>
        )}
        {provider && (
          <>
            <Row label={t('Name')}>
              <TextField value={name} onChange={setName} />
            </Row>
            {fields.map((field) => {
              const key = field.path.join('.');
              return (
                <Row key={key} label={fieldWords(field.path)}>
                  <Field
                    field={field}
                    value={entered[key] ?? ''}
                    onChange={(value) => setEntered({ ...entered, [key]: value })}
                  />
                </Row>
              );
            })}
            {wrong && <Problem words={wrong} />}
            <button type="submit" className="btn btn-sm btn-primary mt-2">
              {t('Add')}
            </button>
          </>
        )}
      </form>
    </Panel>
  );
}

type ChoiceProps = {
  value: string;
  choices: readonly { key: string; words: string }[];
  isRequired?: boolean;
  /** What choosing nothing is called. */
  empty?: string;
  onChange: (value: string) => void;
};
const Choice = ({ value, choices, isRequired = true, empty = '', onChange }: ChoiceProps) => (
  <select
    className="select select-sm w-full"
    required={isRequired}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  >
    <option value="">{empty}</option>
    {choices.map(({ key, words }) => (
      <option key={key} value={key}>
        {words}
      </option>
    ))}
  </select>
);

const asChoices = (keys: readonly string[]) => keys.map((key) => ({ key, words: key }));

type FieldProps = { field: SettingField; value: string; onChange: (value: string) => void };

function Field({ field: { kind, choices, isRequired, usual }, value, onChange }: FieldProps) {
  const hint = usual || (isRequired ? '' : t('may stay empty'));
  if (kind === 'choice' || kind === 'switch') {
    const keys = kind === 'switch' ? ['true', 'false'] : choices;
    return (
      <Choice
        value={value}
        isRequired={isRequired}
        empty={hint}
        choices={asChoices(keys)}
        onChange={onChange}
      />
    );
  }
  if (kind === 'long')
    return (
      <textarea
        className="textarea w-full"
        rows={3}
        required={isRequired}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <input
      className="input input-sm w-full text-base sm:text-sm"
      type={kind === 'secret' ? 'password' : kind === 'number' ? 'number' : 'text'}
      required={isRequired}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      maxLength={4000}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
