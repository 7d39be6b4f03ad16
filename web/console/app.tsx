import { useEffect, useState } from 'react';
import { type ApiError, get, SIGNED_OUT } from './api.ts';
import { Console } from './console.tsx';
import { type Me, MeContext } from './me.ts';
import { SignedOut } from './signed-out.tsx';
import { t } from './words/t.ts';
import { workIn } from './words.ts';

export function App() {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  useEffect(() => {
    const enter = (person: Me) => {
      workIn(person.workspace.timeZone);
      setMe(person);
    };
    const read = get<Me>('/me');
    read.then(enter, (error: unknown) => setProblem(error as ApiError));
    const leave = (event: Event) => setProblem((event as CustomEvent<ApiError>).detail);
    window.addEventListener(SIGNED_OUT, leave);
    return () => window.removeEventListener(SIGNED_OUT, leave);
  }, []);
  if (problem) return <SignedOut problem={problem} />;
  if (!me) return <span className="loading loading-dots m-8" role="status" aria-label={t('Loading')} />;
  return (
    <MeContext value={me}>
      <Console />
    </MeContext>
  );
}
