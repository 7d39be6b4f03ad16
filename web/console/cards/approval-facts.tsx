import type { ReactNode } from 'react';
import type { ApprovalPart } from '../../../core/parts.ts';
import { rich } from '../words/rich.ts';
import { fromServer, t } from '../words/t.ts';
import { channelCounts, timeWords } from '../words.ts';
import { Stat, Stats } from './card.tsx';
import { Earlier } from './earlier-approvals.tsx';
import { LeftOut } from './left-out.tsx';

/** What exactly is being approved. */
export const ApprovalFacts = ({ part }: { part: ApprovalPart }) => (
  <>
    <Stats>
      <Stat value={part.recipients} label={t('messages')} />
      <Stat value={part.customers} label={t('customers')} />
    </Stats>
    <dl className="mt-3 grid grid-cols-[minmax(4.5rem,auto)_1fr] gap-x-4 gap-y-1.5">
      <Fact name={t('When')}>{fromServer(part.scheduleWords)}</Fact>
      <Fact name={t('How')}>{channelCounts(part.channels)}</Fact>
      {part.valueWords && <Fact name={t('Value')}>{fromServer(part.valueWords)}</Fact>}
      <Fact name={t('Cost')}>{fromServer(part.costWords)}</Fact>
      <Fact name={t('Decides')}>
        {fromServer(part.policyWords)}
        {part.status === 'requested' && t(' Until {time}.', { time: timeWords(part.expiresAt) })}
      </Fact>
      {part.requestedBy && <Fact name={t('Asked by')}>{part.requestedBy}</Fact>}
      <Fact name={t('Version')}>{part.version}</Fact>
      <Fact name={t('Digest')}>
        <span
          className="font-mono text-xs break-all"
          title={t('The fingerprint of exactly these recipients and texts')}
        >
          {part.digest}
        </span>
      </Fact>
    </dl>
    {part.warnings.length > 0 && (
      <ul
        aria-label={t('Look at this first')}
        className="mt-3 list-outside list-disc space-y-1 border-s-4 border-warning bg-base-200 py-2 ps-7 pe-3"
      >
        {part.warnings.map((warning) => (
          <li key={warning} className="wrap-anywhere">
            {fromServer(warning)}
          </li>
        ))}
      </ul>
    )}
    <LeftOut excluded={part.excluded} />
    <Earlier part={part} />
    {part.status === 'requested' && part.shortCode && (
      <p className="quiet mt-3 text-xs">
        {rich('In a terminal, {shortCode} approves exactly this.', {
          shortCode: <code className="font-semibold">{part.shortCode}</code>,
        })}
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
