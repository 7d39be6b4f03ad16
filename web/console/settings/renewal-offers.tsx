import { type FormEvent, useEffect, useState } from 'react';
import type { TenantSettings } from '../../../core/tenants/settings.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { patch, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Loading, Panel } from '../pages/page.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { LETTER_LANGUAGES, languageWords } from '../words.ts';
import { type Offer, OfferConditions } from './offer-conditions.tsx';
import { SaveSettings } from './save-settings.tsx';
import { Row, TextField } from './setting-fields.tsx';

type Answer = { settings: TenantSettings };
const FRESH: Offer = { when: {}, says: '', in: {} };
const MOST = 20;

/** What a renewal offers by its customer's history: the first offer whose conditions all hold. */
export function RenewalOffers() {
  const mayAdminister = useMay('administer');
  const { data, problem, reload, set } = usePolled<Answer>('/settings', null);
  const fields = usePolled<{ fields: FieldView[] }>('/fields', null).data?.fields ?? [];
  const [offers, setOffers] = useState<Offer[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    if (data) setOffers(data.settings.renewalOffers);
  }, [data]);
  if (problem) return <Problem words={problem} onRetry={() => void reload()} />;
  if (!data || !offers) return <Loading />;
  const { settings } = data;
  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    setSaid(null);
    try {
      set(await patch<Answer>('/settings', { renewalOffers: offers }));
      setSaid(t('Saved. What is frozen already stays as it was approved.'));
    } catch (error) {
      setWrong(problemWords(error));
    }
  }
  const change = (at: number, given: Partial<Offer>) =>
    setOffers(offers.map((one, index) => (index === at ? { ...one, ...given } : one)));
  const putBefore = (at: number) =>
    setOffers(
      offers.map((one, index) => (index === at ? offers[at - 1]! : index === at - 1 ? offers[at]! : one)),
    );
  return (
    <form onSubmit={save}>
      <fieldset disabled={!mayAdminister}>
        <Panel title={t('What renewals offer')}>
          <p className="quiet">
            {t(
              'Each customer is offered the first of these whose conditions all hold; without any, nothing.',
            )}
          </p>
          {!mayAdminister && <p className="quiet mt-1">{t('Only an admin changes these.')}</p>}
          {offers.map((offer, at) => (
            <section
              // biome-ignore lint/suspicious/noArrayIndexKey: offers are told apart by their order only
              key={at}
              aria-label={t('Offer {n}', { n: at + 1 })}
              className="mt-3 rounded-box border border-base-300 px-3 py-2"
            >
              <h4 className="font-medium">{t('Offer {n}', { n: at + 1 })}</h4>
              <OfferConditions
                {...{ settings, fields }}
                when={offer.when}
                onChange={(when) => change(at, { when })}
              />
              <Row label={t('What the letter says')}>
                <TextField value={offer.says} onChange={(says) => change(at, { says })} />
              </Row>
              <InLanguages offer={offer} onChange={(said) => change(at, { in: said })} />
              {mayAdminister && (
                <div className="mt-2 flex flex-wrap gap-2">
                  {at > 0 && (
                    <button type="button" className="btn btn-sm" onClick={() => putBefore(at)}>
                      {t('Look at this one before offer {n}', { n: at })}
                    </button>
                  )}
                  <button
                    type="button"
                    className="btn btn-sm"
                    onClick={() => setOffers(offers.filter((_, index) => index !== at))}
                  >
                    {t('Take offer {n} out', { n: at + 1 })}
                  </button>
                </div>
              )}
            </section>
          ))}
          {mayAdminister && offers.length < MOST && (
            <button type="button" className="btn btn-sm mt-3" onClick={() => setOffers([...offers, FRESH])}>
              {t('Add an offer')}
            </button>
          )}
          <div className="mt-3">
            <SaveSettings mayAdminister={mayAdminister} wrong={wrong} said={said} />
          </div>
        </Panel>
      </fieldset>
    </form>
  );
}

type InProps = { offer: Offer; onChange: (said: Offer['in']) => void };

/** The same sentence for readers of other languages; without it their letter is in the one it is written in. */
function InLanguages({ offer, onChange }: InProps) {
  const set = (code: string, words: string) => {
    const { [code]: _before, ...others } = offer.in;
    onChange(words ? { ...others, [code]: words } : others);
  };
  return (
    <details>
      <summary>{t('In other languages ({n})', { n: Object.keys(offer.in).length })}</summary>
      {[...new Set([...LETTER_LANGUAGES.filter((code) => code !== 'en'), ...Object.keys(offer.in)])].map(
        (code) => (
          <Row key={code} label={languageWords(code)}>
            <TextField
              value={offer.in[code] ?? ''}
              isRequired={false}
              onChange={(words) => set(code, words)}
            />
          </Row>
        ),
      )}
    </details>
  );
}
