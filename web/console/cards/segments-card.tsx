import type { SegmentsPart } from '../../../core/parts.ts';
import { plural } from '../words.ts';
import { Badge, Card, InlineName } from './card.tsx';

export const SegmentsCard = ({ part }: { part: SegmentsPart }) => (
  <Card label="Segments" title={part.segments.length === 0 ? 'There are none yet' : 'By name'}>
    <ul className="divide-y divide-base-300">
      {part.segments.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
          <span className="min-w-0 grow basis-48">
            <span className="block font-medium">
              <InlineName>{one.name}</InlineName>
            </span>
            <span className="quiet block text-xs wrap-anywhere">
              {one.words} · version {one.version}
            </span>
          </span>
          <span className="tabular-nums">
            {one.customers === null ? 'not counted' : plural(one.customers, 'customer')}
          </span>
          {one.kind === 'frozen' && <Badge>frozen</Badge>}
        </li>
      ))}
    </ul>
  </Card>
);
