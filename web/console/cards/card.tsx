import type { ReactNode } from 'react';

type Props = { title: ReactNode; badge?: ReactNode; children: ReactNode; label: string };

/** The frame that every card of a conversation has. */
export function Card({ title, badge, children, label }: Props) {
  return (
    <section
      aria-label={label}
      className="card card-border bg-base-100 my-3 w-full overflow-hidden shadow-xs"
    >
      <header className="flex flex-wrap items-center gap-2 border-b border-base-300 px-4 py-2 text-sm font-semibold">
        <h3 className="grow">{title}</h3>
        {badge}
      </header>
      <div className="p-4 text-sm">{children}</div>
    </section>
  );
}

const TONES = {
  good: 'badge-success',
  bad: 'badge-error',
  wait: 'badge-warning',
  plain: 'badge-ghost',
} as const;

export const Badge = ({ tone = 'plain', children }: { tone?: keyof typeof TONES; children: ReactNode }) => (
  <span className={`badge badge-sm ${TONES[tone]}`}>{children}</span>
);

export const Stat = ({ value, label }: { value: ReactNode; label: string }) => (
  <div className="min-w-20">
    <div className="text-xl font-semibold tabular-nums">{value}</div>
    <div className="text-xs opacity-70">{label}</div>
  </div>
);
