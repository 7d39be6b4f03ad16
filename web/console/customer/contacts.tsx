import { useState } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { inLanguage, t } from '../words/t.ts';
import { channelName, dateWords, languageWords, plainWords } from '../words.ts';
import { ContactForm } from './contact-form.tsx';
import { PreferencePreview } from './preference-preview.tsx';
import type { Save } from './use-change.ts';

export type Contact = CustomerCard['contacts'][number];

/** Who works there, how they are reached and what they agreed to. */
export function Contacts({ card, save }: { card: CustomerCard; save: Save | null }) {
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel title={t('Contacts')}>
      {card.contacts.length === 0 && <p className="quiet">{t('Nobody is known here.')}</p>}
      <ul className="divide-y divide-base-300">
        {card.contacts.map((one) => (
          <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
            {open === one.id && save ? (
              <ContactForm contact={one} save={save} onClose={close} />
            ) : (
              <ContactView
                contact={one}
                {...(save && !one.hasLeft
                  ? {
                      onEdit: () => setOpen(one.id),
                      onLeft: () => void save([{ do: 'contact_left', contact: { id: one.id } }]),
                    }
                  : {})}
              />
            )}
          </li>
        ))}
      </ul>
      {save && open === 'new' && <ContactForm contact={null} save={save} onClose={close} />}
      {save && open !== 'new' && (
        <button type="button" className="btn btn-sm mt-2" onClick={() => setOpen('new')}>
          {t('Add a contact')}
        </button>
      )}
    </Panel>
  );
}

type ViewProps = { contact: Contact; onEdit?: () => void; onLeft?: () => void };

const ContactView = ({ contact: one, onEdit, onLeft }: ViewProps) => (
  <>
    <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
      <div className="min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <strong>
            <InlineName>{one.name ?? t('Name not known')}</InlineName>
          </strong>
          <span className="quiet">{one.title ?? plainWords(one.role)}</span>
          {one.hasLeft && <Badge tone="bad">{t('has left')}</Badge>}
        </p>
        <Speaks contact={one} />
        {one.addresses.length === 0 && <p className="quiet">{t('No address is known.')}</p>}
        <ul>
          {one.addresses.map((address) => (
            <AddressView
              key={`${address.channel} ${address.address}`}
              address={address}
              isPreferred={address.channel === one.preferredChannel}
            />
          ))}
        </ul>
        {one.notes && (
          <p className="quiet wrap-anywhere" dir="auto">
            {one.notes}
          </p>
        )}
      </div>
      {onEdit && (
        <div className="flex gap-1">
          <button
            type="button"
            className="btn btn-ghost btn-xs"
            aria-label={t('Edit {name}', { name: one.name ?? t('this contact') })}
            onClick={onEdit}
          >
            {t('Edit')}
          </button>
          <button
            type="button"
            className="btn btn-ghost btn-xs"
            aria-label={t('Has left: {name}', { name: one.name ?? t('this contact') })}
            onClick={onLeft}
          >
            {t('Has left')}
          </button>
        </div>
      )}
    </div>
    {one.addresses.length > 0 && <MayChoose contact={one} />}
  </>
);

/** Read when somebody opens it. */
function MayChoose({ contact: { id, name } }: { contact: Contact }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-1" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="quiet">{t('Their preference centre')}</summary>
      {isOpen && <PreferencePreview contactId={id} name={name ?? t('this contact')} />}
    </details>
  );
}

const Speaks = ({ contact: { language, likelyLanguage } }: { contact: Contact }) => {
  if (language) return <p className="quiet">{languageWords(language)}</p>;
  if (!likelyLanguage) return null;
  const { language: likely, reason, confidence } = likelyLanguage;
  return (
    <p className="quiet">
      {t('Probably {language}, {n} % sure: {reason}', {
        language: languageWords(likely),
        n: Math.round(100 * confidence),
        reason,
      })}
    </p>
  );
};

type AddressProps = { address: Contact['addresses'][number]; isPreferred: boolean };

const AddressView = ({ address, isPreferred }: AddressProps) => (
  <li className="wrap-anywhere">
    <span className="quiet">{channelName(address.channel)}</span> <bdi>{address.address}</bdi>
    {address.suppressed && (
      <Badge tone="bad">{t('stopped: {suppressed}', { suppressed: address.suppressed })}</Badge>
    )}
    {!address.suppressed && address.consent && (
      <span className="quiet">
        {' '}
        {t('· marketing {state}, {date} ({source})', {
          state: inLanguage(address.consent.state),
          date: dateWords(address.consent.at.slice(0, 10)),
          source: address.consent.source,
        })}
      </span>
    )}
    {!address.suppressed && !address.consent && <span className="quiet"> {t('· no consent recorded')}</span>}
    {!address.usable && (
      <span className="font-medium text-red-700 dark:text-red-300"> {t('cannot be used')}</span>
    )}
    {isPreferred && <span className="quiet"> {t('· preferred')}</span>}
  </li>
);
