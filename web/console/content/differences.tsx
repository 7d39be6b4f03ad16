import type { z } from 'zod';
import type { versionView } from '../../../routes/campaign-view.ts';
import { fieldWords, saidOf } from './said-of.ts';

export type Version = z.infer<typeof versionView>;

/** What a version changed, field by field, as it was and as it is. */
export const Differences = ({ of: { differences } }: { of: Version }) =>
  differences.length > 0 && (
    <details className="mt-1">
      <summary className="quiet text-xs">
        {differences.map(({ field }) => fieldWords(field)).join(', ')}
      </summary>
      <FieldDifferences differences={differences} />
    </details>
  );

export const FieldDifferences = ({ differences }: Pick<Version, 'differences'>) => (
  <dl className="mt-1 space-y-1.5 text-xs">
    {differences.map(({ field, before, after }) => (
      <div key={field}>
        <dt className="font-medium">{fieldWords(field)}</dt>
        <dd className="quiet whitespace-pre-wrap line-through wrap-anywhere">{saidOf(before)}</dd>
        <dd className="whitespace-pre-wrap wrap-anywhere">{saidOf(after)}</dd>
      </div>
    ))}
  </dl>
);
