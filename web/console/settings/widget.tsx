import { type FormEvent, useEffect, useState } from 'react';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import { get, patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay, useMe } from '../me.ts';
import { NoRight } from '../no-right.tsx';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Secret } from './secret.tsx';
import { Check } from './setting-fields.tsx';

type Answer = { settings: TenantSettings };

/** The panel in the sites where people work: where it may stand, and what vouches for who looks. */
export function WidgetSettings() {
  return useMay('administer') ? <Form /> : <NoRight to={t('set up the widget')} />;
}

function Form() {
  const { slug } = useMe().workspace;
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const [isEnabled, setEnabled] = useState(false);
  const [origins, setOrigins] = useState('');
  const [forVisitors, setForVisitors] = useState(false);
  const [notices, setNotices] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    setEnabled(data.settings.widget.isEnabled);
    setOrigins(data.settings.widget.origins.join('\n'));
    setForVisitors(data.settings.widget.forVisitors);
    setNotices(data.settings.widget.announcements.map(({ text }) => text).join('\n'));
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading />;
  const { widget } = data.settings;
  const attempt = async (work: () => Promise<string>) => {
    setWrong(null);
    setSaid(null);
    try {
      setSaid(await work());
    } catch (error) {
      setWrong(problemWords(error));
    }
  };
  const change = async (given: Partial<TenantSettings['widget']>) =>
    set(await patch<Answer>('/settings', { widget: { ...widget, ...given } }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const listed = origins.split(/\s+/).filter(Boolean);
    void attempt(async () => {
      const until = new Map(widget.announcements.map((one) => [one.text, one.until]));
      const texts = notices.split('\n').flatMap((line) => line.trim() || []);
      const announcements = texts.map((text) => ({ text, until: until.get(text) ?? null }));
      await change({ isEnabled, origins: listed, forVisitors, announcements });
      return t('Saved.');
    });
  };
  const renew = () =>
    attempt(async () => {
      await change({ keyNumber: widget.keyNumber + 1 });
      setSecret(null);
      return t('There is a new secret; what the old one signed is worth nothing now.');
    });
  const show = () =>
    attempt(async () => {
      setSecret((await get<{ secret: string }>('/widget/key')).secret);
      return '';
    });
  const snippet = `<script src="${location.origin}/widget.js" data-workspace="${slug}" async></script>`;
  return (
    <Panel title={t('The panel in other sites')}>
      <form onSubmit={save}>
        <Check label={t('It is on')} isOn={isEnabled} onChange={setEnabled} />
        <label className="mt-2 block">
          <span className="quiet block text-xs">
            {t('Sites that may show it, one a line, as https://crm.example.com')}
          </span>
          <textarea
            className="textarea w-full font-mono text-xs"
            rows={3}
            value={origins}
            onChange={({ target }) => setOrigins(target.value)}
          />
        </label>
        <Check label={t('Customers may write here too')} isOn={forVisitors} onChange={setForVisitors} />
        {forVisitors && (
          <label className="mt-2 block">
            <span className="quiet block text-xs">{t('What visitors read first, one notice a line')}</span>
            <textarea
              className="textarea w-full text-base sm:text-sm"
              rows={2}
              dir="auto"
              value={notices}
              onChange={({ target }) => setNotices(target.value)}
            />
          </label>
        )}
        <p className="mt-3 flex flex-wrap gap-2">
          <button type="submit" className="btn btn-sm btn-primary">
            {t('Save')}
          </button>
          <button type="button" className="btn btn-sm" onClick={() => void show()}>
            {t('Show the secret')}
          </button>
          <button type="button" className="btn btn-sm" onClick={() => void renew()}>
            {t('Make a new secret')}
          </button>
          {widget.isEnabled && (
            <a className="btn btn-sm" href="/widget-demo">
              {t('Try it')}
            </a>
          )}
        </p>
      </form>
      <p role="status" className="mt-2 empty:hidden">
        {said}
      </p>
      {wrong && <Problem words={wrong} />}
      <div className="mt-4 space-y-3">
        {secret && (
          <Secret
            label={t('Secret of the widget')}
            text={secret}
            hint={t(
              'Your server signs with it (HS256): iss the workspace, sub the person’s e-mail, exp within an hour.',
            )}
          />
        )}
        <Secret
          label={t('What goes into the page')}
          text={snippet}
          hint={t('For the pages of those sites. Nothing is decided in the panel: that opens here.')}
        />
        {widget.forVisitors && (
          <Secret
            label={t('What goes into a page for customers')}
            text={snippet.replace(' async', ' data-role="customers" async')}
            hint={t(
              'For the pages of your web site. Visitors write to the desk, and know nothing of the agent.',
            )}
          />
        )}
      </div>
    </Panel>
  );
}
