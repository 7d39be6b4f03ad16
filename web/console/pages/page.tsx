import { type ReactNode, useEffect } from 'react';
import { Problem } from '../cards/card.tsx';
import type { Polled } from '../use-polled.ts';
import { t } from '../words/t.ts';

type FrameProps = { title: ReactNode; hint: ReactNode; action?: ReactNode; children: ReactNode };

/** What every page has: a title, what it is for, and what can be done first. */
export function Frame({ title, hint, action, children }: FrameProps) {
  // A tab, a bookmark and a printed file are called by what is on the page.
  useEffect(() => {
    if (typeof title === 'string') document.title = t('{label} · Refrain', { label: title });
  }, [title]);
  return (
    <div className="relative min-w-0 grow overflow-y-auto bg-base-200 print:overflow-visible print:bg-white">
      <div className="mx-auto w-full max-w-3xl px-3 py-5 sm:px-4">
        <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <h2 className="text-xl font-semibold wrap-anywhere" dir="auto">
              {title}
            </h2>
            <div className="quiet text-sm">{hint}</div>
          </div>
          {action && <div className="flex flex-wrap gap-2">{action}</div>}
        </div>
        {children}
      </div>
    </div>
  );
}

type Props<T> = Omit<FrameProps, 'children'> & {
  from: Polled<T>;
  /** What stays while the rest is read, such as a search. */
  before?: ReactNode;
  children: (data: T) => ReactNode;
};

/** A page about one thing that is read from the server: loading, failing, or there. */
export function Page<T>({ from, before, children, ...frame }: Props<T>) {
  const { data, problem, reload } = from;
  return (
    <Frame {...frame}>
      {before}
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading />}
      {data && children(data)}
    </Frame>
  );
}

export const Loading = () => (
  <span className="loading loading-dots" role="status" aria-label={t('Loading')} />
);

export const Nothing = ({ children }: { children: ReactNode }) => (
  <p className="quiet rounded-box border border-dashed border-base-300 px-4 py-10 text-center">{children}</p>
);

type PanelProps = { title?: string; children: ReactNode };

export const Panel = ({ title, children }: PanelProps) => (
  <section
    aria-label={title}
    className="mb-4 break-inside-avoid rounded-box border border-base-300 bg-base-100 px-4 py-3 text-sm"
  >
    {title && <h3 className="mb-2 font-semibold">{title}</h3>}
    {children}
  </section>
);

/** One of a few, side by side. */
export const Choice = <K extends string>(props: {
  of: Readonly<Partial<Record<K, string>>>;
  chosen: K;
  onChoose: (key: K) => void;
  label: string;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
  <div role="group" aria-label={props.label} className="flex flex-wrap gap-2">
    {(Object.entries(props.of) as [K, string][]).map(([key, words]) => (
      <button
        key={key}
        type="button"
        className={`btn btn-sm ${key === props.chosen ? 'btn-primary' : ''}`}
        aria-pressed={key === props.chosen}
        onClick={() => props.onChoose(key)}
      >
        {words}
      </button>
    ))}
  </div>
);
