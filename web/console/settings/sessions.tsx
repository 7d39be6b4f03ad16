import type { SessionRow } from '../../../core/access/sessions.ts';
import { remove } from '../api.ts';
import { AskFirst } from '../ask-first.tsx';
import { Problem } from '../cards/card.tsx';
import { Panel } from '../pages/page.tsx';
import { deviceWords } from '../sign-in/device-words.ts';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { ownTimeWords } from '../words.ts';
import { useDoing } from './use-doing.ts';

const METHODS: Record<SessionRow['method'], string> = {
  link: t('by a link'),
  password: t('by password'),
  passkey: t('by passkey'),
  sso: t('by the company’s sign-in'),
};

/** Where the reader is signed in; elsewhere it can be ended. */
export function Sessions() {
  const { data, problem, reload } = usePolled<{ sessions: SessionRow[] }>('/sessions', null);
  const doing = useDoing(() => void reload());
  return (
    <Panel title={t('Where you are signed in')}>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      <ul className="divide-y divide-base-300">
        {data?.sessions.map(({ id, method, device, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="block min-w-0 wrap-anywhere first-letter:uppercase">
              {METHODS[method]}, {ownTimeWords(lastSeenAt)}
              <span className="quiet block text-sm">
                {isThis ? t('here') : device && deviceWords(device)}
              </span>
            </span>
            {!isThis && (
              <AskFirst
                words={t('End')}
                question={t('Whoever is there signs in anew.')}
                sure={t('Sign out there')}
                onSure={() => doing.run(remove(`/sessions/${id}`))}
              />
            )}
          </li>
        ))}
      </ul>
      {doing.problem && <Problem words={doing.problem} />}
    </Panel>
  );
}
