import type { SegmentsPart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { Badge, Card, InlineName } from './card.tsx';

export const SegmentsCard = ({ part }: { part: SegmentsPart }) => (
  <Card label={t('Segments')} title={part.segments.length === 0 ? t('There are none yet') : t('By name')}>
    <ul className="divide-y divide-base-300">
      {part.segments.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
          <span className="min-w-0 grow basis-48">
            <span className="block font-medium">
              <InlineName>{one.name}</InlineName>
            </span>
            <span className="quiet block text-xs wrap-anywhere">
              {t('{words} · version {version}', { words: fromServer(one.words), version: one.version })}
            </span>
          </span>
          <span className="tabular-nums">
            {one.customers === null
              ? t('not counted')
              : t('{n} {n|customer|customers}', { n: one.customers })}
          </span>
          {one.kind === 'frozen' && <Badge>{t('frozen')}</Badge>}
        </li>
      ))}
    </ul>
  </Card>
);
