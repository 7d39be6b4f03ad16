import type { ReactNode } from 'react';
import { Problem } from '../cards/card.tsx';
import type { Polled } from '../use-polled.ts';

type Props<T> = { title: ReactNode; hint: ReactNode; from: Polled<T>; children: (data: T) => ReactNode };

/** A page about one thing that is read from the server: loading, failing, or there. */
export function Page<T>({ title, hint, from, children }: Props<T>) {
  const { data, problem, reload } = from;
  return (
    <div className="relative min-w-0 grow overflow-y-auto bg-base-200">
      <div className="mx-auto w-full max-w-3xl px-3 py-5 sm:px-4">
        <h2 className="text-xl font-semibold wrap-anywhere">{title}</h2>
        <div className="quiet mb-4 text-sm">{hint}</div>
        {problem && <Problem words={problem} onRetry={() => void reload()} />}
        {!data && !problem && <span className="loading loading-dots" role="status" aria-label="Loading" />}
        {data && children(data)}
      </div>
    </div>
  );
}

export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="quiet rounded-box border border-dashed border-base-300 px-4 py-10 text-center">{children}</p>
);

export const Panel = ({ children }: { children: ReactNode }) => (
  <div className="rounded-box border border-base-300 bg-base-100 px-4 py-3 text-sm">{children}</div>
);
