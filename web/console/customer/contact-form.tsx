import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ChangeStep } from '../../../core/customers/changes/change-step.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { CONTACT_ROLE_WORDS } from './contact-role-words.ts';
import type { Contact } from './contacts.tsx';
import type { Save } from './use-change.ts';

type Props = { contact: Contact | null; save: Save; onClose: () => void };

const USUAL = ['email', 'whatsapp', 'line', 'sms'];

/** A person's name, role and addresses; an address that is there already is kept, another is added beside it. */
export function ContactForm({ contact, save, onClose }: Props) {
  const { data } = usePolled<{ accounts: { channel: string }[] }>('/accounts', null);
  const channels = [
    ...new Set([
      ...USUAL,
      ...(data?.accounts ?? []).map(({ channel }) => channel),
      ...(contact?.addresses ?? []).map(({ channel }) => channel),
    ]),
  ];
  const [name, setName] = useState(contact?.name ?? '');
  const [role, setRole] = useState<string>(contact?.role ?? 'general_manager');
  const [preferred, setPreferred] = useState(contact?.preferredChannel ?? '');
  const [addresses, setAddresses] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const fresh = Object.fromEntries(
    Object.entries(addresses).flatMap(([channel, text]) => (text.trim() ? [[channel, text.trim()]] : [])),
  );
  const reached = Object.keys(fresh).length > 0 ? { addresses: fresh } : {};
  const details = {
    ...(role === contact?.role ? {} : { role }),
    ...(preferred === (contact?.preferredChannel ?? '') ? {} : { preferredChannel: preferred || null }),
    ...reached,
  };
  const called = name.trim();
  const hasNewName = called !== '' && called !== (contact?.name ?? '');
  const step: ChangeStep = contact
    ? {
        do: 'change_contact',
        contact: { id: contact.id },
        ...(hasNewName ? { name: called } : {}),
        ...details,
      }
    : { do: 'add_contact', name: called, role, ...details };
  const isEmpty = contact ? !hasNewName && Object.keys(details).length === 0 : !called;
  async function send(event: FormEvent) {
    event.preventDefault();
    if (await save([step])) onClose();
  }
  return (
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="grid gap-3 rounded-box bg-base-200 p-3 sm:grid-cols-2"
    >
      <label>
        <span className="quiet block text-xs">{t('Name')}</span>
        <input
          className="input input-sm w-full text-base sm:text-sm"
          value={name}
          maxLength={200}
          dir="auto"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label>
        <span className="quiet block text-xs">{t('Role')}</span>
        <select
          className="select select-sm w-full"
          value={role}
          onChange={({ target }) => setRole(target.value)}
        >
          {Object.entries(CONTACT_ROLE_WORDS).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {channels.map((channel) => (
        <label key={channel}>
          <span className="quiet block text-xs">{channelName(channel)}</span>
          <input
            className="input input-sm w-full text-base sm:text-sm"
            maxLength={1200}
            placeholder={contact?.addresses.find((one) => one.channel === channel)?.address ?? ''}
            value={addresses[channel] ?? ''}
            onChange={({ target }) => setAddresses({ ...addresses, [channel]: target.value })}
          />
        </label>
      ))}
      <label>
        <span className="quiet block text-xs">{t('Likes to be reached by')}</span>
        <select
          className="select select-sm w-full"
          value={preferred}
          onChange={({ target }) => setPreferred(target.value)}
        >
          <option value="">{t('not known')}</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelName(channel)}
            </option>
          ))}
        </select>
      </label>
      <div className="flex items-end gap-2">
        <button type="submit" className="btn btn-sm btn-primary" disabled={isEmpty}>
          {contact ? t('Save') : t('Add')}
        </button>
        <button type="button" className="btn btn-sm" onClick={onClose}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}
