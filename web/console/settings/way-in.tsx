import { useState } from 'react';
import type { User } from '../../../core/tenants/create-user.ts';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';
import { Secret } from './secret.tsx';

type Link = { url: string; expiresAt: string };

/** For oneself, on another device. */
export function SignInLink({ email }: { email: string }) {
  const [link, setLink] = useState<Link | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = () =>
    post<Link>('/sign-in-links', { email }).then(setLink, (error: unknown) =>
      setProblem(problemWords(error)),
    );
  if (problem) return <Problem words={problem} />;
  if (link)
    return (
      <Secret
        label={t('Sign-in link for {email}', { email })}
        text={link.url}
        hint={t('Works once, until {time}.', { time: timeWords(link.expiresAt) })}
      />
    );
  return (
    <button
      type="button"
      className="btn btn-sm"
      onClick={make}
      aria-label={t('Sign-in link for {email}', { email })}
    >
      {t('Sign-in link')}
    </button>
  );
}

/** A link for somebody else goes to their mailbox: whoever holds it is that person. */
export function Invite({ user }: { user: User }) {
  const { name, email, role } = user;
  const [isSent, setIsSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = () =>
    post('/invitations', { name, email, role }).then(
      () => setIsSent(true),
      (error: unknown) => setProblem(problemWords(error)),
    );
  if (problem) return <Problem words={problem} />;
  if (isSent)
    return (
      <span className="quiet text-xs" role="status">
        {t('Sent. It opens the workspace once, within three days.')}
      </span>
    );
  return (
    <button
      type="button"
      className="btn btn-sm"
      onClick={send}
      aria-label={t('Invite {email} by e-mail', { email })}
    >
      {t('Invite')}
    </button>
  );
}
