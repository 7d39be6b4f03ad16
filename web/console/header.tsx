import { useEffect, useRef } from 'react';
import type { ApprovalPart } from '../../core/parts.ts';
import { CHANGED, post } from './api.ts';
import { useMay, useMe } from './me.ts';
import { usePolled } from './use-polled.ts';
import { isLanguage, LANGUAGES, language, speak } from './words/language.ts';
import { inLanguage, t } from './words/t.ts';

export const PAGES = [
  { path: 'chat', label: t('Chat') },
  { path: 'customers', label: t('Customers') },
  { path: 'campaigns', label: t('Campaigns') },
  { path: 'approvals', label: t('Approvals') },
  { path: 'segments', label: t('Segments') },
  { path: 'replies', label: t('Replies') },
  { path: 'outbox', label: t('Outbox') },
  { path: 'settings', label: t('Settings') },
] as const;
export type PagePath = (typeof PAGES)[number]['path'];

/** So many fit beside each other on a phone; the rest stand behind "More". */
const ON_A_PHONE = 3;

type Props = { current: PagePath; thread: string | undefined };

export function Header({ current, thread }: Props) {
  const hrefOf = (path: string) => (path === 'chat' && thread ? `#/chat/${thread}` : `#/${path}`);
  return (
    <header className="flex h-12 print:hidden shrink-0 items-stretch gap-1 border-b border-base-300 bg-base-100 px-2 sm:px-4 md:gap-6">
      <h1 className="sr-only items-center font-semibold text-primary lg:not-sr-only lg:flex">Refrain</h1>
      <nav aria-label={t('Pages')} className="flex min-w-0 grow">
        {PAGES.map(({ path, label }, at) => (
          <a
            key={path}
            href={hrefOf(path)}
            className={`items-center border-b-2 px-2 text-sm lg:px-3 ${at < ON_A_PHONE ? 'flex' : 'hidden md:flex'} ${current === path ? 'border-primary font-medium' : 'quiet border-transparent hover:border-base-300'}`}
            aria-current={current === path ? 'page' : undefined}
          >
            {label}
            {path === 'approvals' && <Waiting />}
          </a>
        ))}
        <More current={current} />
      </nav>
      <Account />
    </header>
  );
}

/** How many decisions wait for this very person. */
function Waiting() {
  const path = useMay('approve') ? '/approvals' : null;
  const { data, reload } = usePolled<{ approvals: ApprovalPart[] }>(path, 30_000);
  useEffect(() => {
    const again = () => void reload();
    window.addEventListener(CHANGED, again);
    return () => window.removeEventListener(CHANGED, again);
  }, [reload]);
  const mine = data?.approvals.filter(({ canDecide }) => canDecide).length ?? 0;
  if (mine === 0) return null;
  return (
    <span className="badge badge-warning badge-sm ms-1.5 tabular-nums">
      {mine}
      <span className="sr-only"> {t('wait for you')}</span>
    </span>
  );
}

function More({ current }: { current: PagePath }) {
  const rest = PAGES.slice(ON_A_PHONE);
  const isIn = rest.some(({ path }) => path === current);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget="more-pages"
        className={`flex items-center border-b-2 px-2 text-sm md:hidden ${isIn ? 'border-primary font-medium' : 'quiet border-transparent'}`}
      >
        {t('More')}
        <Waiting />
      </button>
      <div
        ref={list}
        id="more-pages"
        popover="auto"
        className="fixed inset-auto start-2 top-13 w-48 rounded-box border border-base-300 bg-base-100 p-2 text-base-content shadow-lg"
      >
        {rest.map(({ path, label }) => (
          <a
            key={path}
            href={`#/${path}`}
            onClick={() => list.current?.hidePopover()}
            className={`block rounded-field px-3 py-2.5 hover:bg-base-200 ${current === path ? 'font-medium' : ''}`}
            aria-current={current === path ? 'page' : undefined}
          >
            {label}
            {path === 'approvals' && <Waiting />}
          </a>
        ))}
      </div>
    </>
  );
}

function Account() {
  const me = useMe();
  const initials = me.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        aria-label={t('{initials}: account of {name}', { initials, name: me.name })}
        className="btn btn-circle btn-sm self-center text-xs"
      >
        {initials}
      </button>
      <div
        id="account"
        popover="auto"
        className="fixed inset-auto end-2 top-13 w-64 rounded-box border border-base-300 bg-base-100 p-4 text-sm text-base-content shadow-lg"
      >
        <p className="font-medium wrap-anywhere">{me.name}</p>
        <p className="quiet wrap-anywhere">{me.email}</p>
        <p className="quiet mt-2 wrap-anywhere">
          {t('{role} of {name}', { role: inLanguage(me.role), name: me.workspace.name })}
        </p>
        <label className="mt-4 flex items-center gap-2">
          {t('Language')}
          <select
            className="select select-sm grow"
            value={language}
            onChange={({ target }) => isLanguage(target.value) && speak(target.value)}
          >
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="btn btn-sm mt-4 w-full"
          onClick={() => post('/sign-out').finally(() => location.reload())}
        >
          {t('Sign out')}
        </button>
      </div>
    </>
  );
}
