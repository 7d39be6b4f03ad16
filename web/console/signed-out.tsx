import { lazy, Suspense } from 'react';
import type { ApiError } from './api.ts';
import { Problem } from './cards/card.tsx';
import { t } from './words/t.ts';

const SignIn = lazy(() => import('./sign-in/sign-in.tsx'));

export const SignedOut = ({ problem }: { problem: ApiError }) => (
  <main className="mx-auto max-w-md px-5 py-16">
    <h1 className="text-2xl font-semibold">Refrain</h1>
    {problem.code.startsWith('auth:') ? (
      <>
        <p className="mt-4">{t('You are not signed in.')}</p>
        <Suspense>
          <SignIn />
        </Suspense>
        <p className="mt-6">
          {t(
            'Open a one-time sign-in link. The server prints one when it starts, and on its machine this makes another:',
          )}
        </p>
        <pre className="mt-3 overflow-x-auto rounded-field border border-base-300 bg-base-200 p-3 text-sm">
          npx refrain sign-in
        </pre>
        <p className="quiet mt-3 text-sm">{t('Elsewhere, ask an admin of your workspace for a link.')}</p>
      </>
    ) : (
      <Problem
        words={[problem.message, problem.nextStep].filter(Boolean).join(' ')}
        onRetry={() => location.reload()}
      />
    )}
  </main>
);
