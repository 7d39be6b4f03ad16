import type { ReactNode } from 'react';
import { t } from '../words/t.ts';
import { numberWords, type Tone } from '../words.ts';

type Props = { title: ReactNode; badge?: ReactNode; children: ReactNode; label: string; edge?: Tone };

const EDGES: Record<Tone, string> = {
  good: 'border-s-4 border-s-success',
  bad: 'border-s-4 border-s-error',
  wait: 'border-s-4 border-s-warning',
  live: 'border-s-4 border-s-primary',
  plain: '',
};

/** The frame that every card of a conversation has. */
export const Card = ({ title, badge, children, label, edge = 'plain' }: Props) => (
  <section
    aria-label={label}
    className={`my-3 w-full overflow-hidden rounded-box border border-base-300 bg-base-100 shadow-xs ${EDGES[edge]}`}
  >
    <header className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-4 pt-3">
      <div className="min-w-0 grow basis-52">
        <p className="quiet text-xs font-medium">{label}</p>
        <h3 className="font-semibold wrap-anywhere first-letter:uppercase" dir="auto">
          {title}
        </h3>
      </div>
      {badge}
    </header>
    <div className="px-4 pt-3 pb-4 text-sm">{children}</div>
  </section>
);

const TONES: Record<Tone, string> = {
  good: 'badge-success',
  bad: 'badge-error',
  wait: 'badge-warning',
  live: 'badge-primary',
  plain: 'border-base-300 bg-base-200',
};

export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`badge badge-sm h-auto min-h-5 max-w-full text-start ${TONES[tone]}`}>{children}</span>
);

export const Stats = ({ children }: { children: ReactNode }) => (
  <dl className="flex flex-wrap gap-x-7 gap-y-2">{children}</dl>
);

export const Stat = ({ value, label }: { value: number; label: string }) => (
  <div className="flex flex-col-reverse">
    <dt className="quiet text-xs">{label}</dt>
    <dd className="text-xl font-semibold tabular-nums">{numberWords(value)}</dd>
  </div>
);

export const Problem = ({ words, onRetry }: { words: string; onRetry?: () => void }) => (
  <div
    role="alert"
    className="my-3 flex flex-wrap items-center gap-3 rounded-box border border-s-4 border-base-300 border-s-error bg-base-100 px-4 py-2.5 text-sm"
  >
    <span className="min-w-0 grow basis-52 wrap-anywhere">{words}</span>
    {onRetry && (
      <button type="button" className="btn btn-sm" onClick={onRetry}>
        {t('Try again')}
      </button>
    )}
  </div>
);

/** A name from a file or a person: any script, any length. */
export const Name = ({ children }: { children: string }) => (
  <bdi className="line-clamp-2 wrap-anywhere" title={children.length > 60 ? children : undefined}>
    {children}
  </bdi>
);

export const InlineName = ({ children }: { children: string }) => (
  <bdi className="wrap-anywhere" title={children.length > 60 ? children : undefined}>
    {children.length > 80 ? `${children.slice(0, 80)}…` : children}
  </bdi>
);
