import type { ReactNode } from 'react';

type Props = { title: string; hint: string; problem: string | null; isLoading: boolean; children: ReactNode };

export const Page = ({ title, hint, problem, isLoading, children }: Props) => (
  <div className="mx-auto w-full max-w-3xl grow overflow-auto px-3 py-4">
    <h2 className="text-xl font-semibold">{title}</h2>
    <p className="mb-4 opacity-70">{hint}</p>
    {problem && (
      <p role="alert" className="alert alert-error mb-4">
        {problem}
      </p>
    )}
    {isLoading && !problem ? (
      <span className="loading loading-dots" role="status" aria-label="Loading" />
    ) : (
      children
    )}
  </div>
);
