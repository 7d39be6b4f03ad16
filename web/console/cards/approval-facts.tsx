import type { ReactNode } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { channelCounts, timeWords } from '../words.ts';
import { Stat, Stats } from './card.tsx';
import { LeftOut } from './left-out.tsx';

/** What exactly is being approved. */
export const ApprovalFacts = ({ part }: { part: ApprovalPart }) => (
  <>
    <Stats>
      <Stat value={part.recipients} label="messages" />
      <Stat value={part.customers} label="customers" />
    </Stats>
    <dl className="mt-3 grid grid-cols-[minmax(4.5rem,auto)_1fr] gap-x-4 gap-y-1.5">
      <Fact name="When">{part.scheduleWords}</Fact>
      <Fact name="How">{channelCounts(part.channels)}</Fact>
      {part.valueWords && <Fact name="Value">{part.valueWords}</Fact>}
      <Fact name="Cost">{part.costWords}</Fact>
      <Fact name="Decides">
        {part.policyWords}
        {part.status === 'requested' && ` Until ${timeWords(part.expiresAt)}.`}
      </Fact>
      {part.requestedBy && <Fact name="Asked by">{part.requestedBy}</Fact>}
      <Fact name="Version">{part.version}</Fact>
      <Fact name="Digest">
        <span
          className="font-mono text-xs break-all"
          title="The fingerprint of exactly these recipients and texts"
        >
          {part.digest}
        </span>
      </Fact>
    </dl>
    {part.warnings.length > 0 && (
      <ul
        aria-label="Look at this first"
        className="mt-3 list-outside list-disc space-y-1 border-s-4 border-warning bg-base-200 py-2 ps-7 pe-3"
      >
        {part.warnings.map((warning) => (
          <li key={warning} className="wrap-anywhere">
            {warning}
          </li>
        ))}
      </ul>
    )}
    <LeftOut excluded={part.excluded} />
    {part.status === 'requested' && part.shortCode && (
      <p className="quiet mt-3 text-xs">
        In a terminal, <code className="font-semibold">{part.shortCode}</code> approves exactly this.
      </p>
    )}
  </>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="quiet">{name}</dt>
    <dd className="min-w-0 wrap-anywhere" dir="auto">
      {children}
    </dd>
  </>
);
