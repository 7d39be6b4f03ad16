import type { ReactNode } from 'react';
import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { Badge, InlineName } from '../cards/card.tsx';
import { usePolled } from '../use-polled.ts';
import { channelName, countryWords, dateWords, moneyWords, plainWords, plural } from '../words.ts';
import { Page, Panel } from './page.tsx';
import { Timeline } from './timeline.tsx';

/** One customer: what is known, from where, and how surely. */
export function CustomerPage({ id }: { id: string }) {
  const from = usePolled<CustomerCard>(`/customers/${id}`, null);
  const { data } = from;
  return (
    <Page
      title={data?.name ?? 'Customer'}
      hint={
        <a className="link" href="#/customers">
          All customers
        </a>
      }
      from={from}
    >
      {(card) => (
        <>
          <Doubts card={card} />
          <Facts card={card} />
          <Contracts card={card} />
          <Contacts card={card} />
          {card.units.length > 0 && <Units names={card.units} />}
          {card.notes && (
            <Panel title="Notes">
              <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
                {card.notes}
              </p>
            </Panel>
          )}
          <Timeline customerId={card.id} />
          <Source card={card} />
        </>
      )}
    </Page>
  );
}

function Doubts({ card }: { card: CustomerCard }) {
  const open = card.reviews.filter(({ status }) => status === 'open');
  if (open.length === 0) return null;
  return (
    <Panel title="Wants a look">
      <ul className="list-outside list-disc space-y-1 ps-5">
        {open.map(({ id, reason, detail }) => (
          <li key={id} className="wrap-anywhere">
            <span className="font-medium first-letter:uppercase">{plainWords(reason)}</span>: {detail}
          </li>
        ))}
      </ul>
      <a className="link mt-2 inline-block" href="#/customers/review">
        To the review list
      </a>
    </Panel>
  );
}

function Facts({ card }: { card: CustomerCard }) {
  const facts: [string, string, string | null][] = [
    ['brand', 'Brand', card.brand],
    ['type', 'Type', card.type],
    ['city', 'City', card.city],
    ['country', 'Country', card.country && countryWords(card.country)],
    ['timeZone', 'Time zone', card.timeZone],
    ['locale', 'Language', card.locale],
    ['tier', 'Value tier', card.tier],
    ['owner', 'Account manager', card.owner],
    ...Object.entries(card.attributes).map(([key, value]): [string, string, string | null] => [
      key,
      plainWords(key),
      value === null ? null : String(value),
    ]),
  ];
  return (
    <Panel title="What is known">
      <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5">
        {facts.map(([key, label, value]) => (
          <Fact key={key} label={label}>
            {value ?? <span className="quiet">not known</span>}
            <Inferred how={card.inferred[key] ?? card.inferred[snake(key)]} />
          </Fact>
        ))}
        {card.tags.length > 0 && (
          <Fact label="Tags">
            <span className="flex flex-wrap gap-1">
              {card.tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="quiet first-letter:uppercase">{label}</dt>
    <dd className="min-w-0 wrap-anywhere" dir="auto">
      {children}
    </dd>
  </>
);

const Inferred = ({ how }: { how: { reason: string; confidence: number } | undefined }) =>
  how ? (
    <span className="quiet block text-xs">
      Inferred, {Math.round(100 * how.confidence)} % sure: {how.reason}
    </span>
  ) : null;

const Contracts = ({ card }: { card: CustomerCard }) => (
  <Panel title="Contracts">
    {card.contracts.length === 0 && <p className="quiet">None is known.</p>}
    <ul className="divide-y divide-base-300">
      {card.contracts.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0"
        >
          <span className="tabular-nums">
            {one.startsOn ? dateWords(one.startsOn) : 'start not known'} –{' '}
            {one.endsOn ? dateWords(one.endsOn) : 'end not known'}
          </span>
          <span className="quiet tabular-nums">
            {[
              one.unitCount !== null && `${one.unitCount} ×`,
              one.pricePerUnitMinor !== null && one.currency
                ? `${moneyWords(one.pricePerUnitMinor, one.currency)} a year`
                : 'price not known',
            ]
              .filter(Boolean)
              .join(' ')}
          </span>
          {one.status === 'cancelled' && <Badge tone="bad">cancelled</Badge>}
        </li>
      ))}
    </ul>
  </Panel>
);

const Contacts = ({ card }: { card: CustomerCard }) => (
  <Panel title="Contacts">
    {card.contacts.length === 0 && <p className="quiet">Nobody is known here.</p>}
    <ul className="divide-y divide-base-300">
      {card.contacts.map((one) => (
        <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2">
            <strong>
              <InlineName>{one.name ?? 'Name not known'}</InlineName>
            </strong>
            <span className="quiet">{one.title ?? plainWords(one.role)}</span>
            {one.hasLeft && <Badge tone="bad">has left</Badge>}
          </p>
          {one.addresses.length === 0 && <p className="quiet">No address is known.</p>}
          <ul>
            {one.addresses.map(({ channel, address, usable, consent, suppressed }) => (
              <li key={`${channel} ${address}`} className="wrap-anywhere">
                <span className="quiet">{channelName(channel)}</span> <bdi>{address}</bdi>
                {suppressed && <Badge tone="bad">stopped: {suppressed}</Badge>}
                {!suppressed && consent && (
                  <span className="quiet">
                    {' · '}marketing {consent.state}, {dateWords(consent.at.slice(0, 10))}
                  </span>
                )}
                {!usable && (
                  <span className="font-medium text-red-700 dark:text-red-300"> cannot be used</span>
                )}
                {channel === one.preferredChannel && <span className="quiet"> · preferred</span>}
              </li>
            ))}
          </ul>
          {one.notes && (
            <p className="quiet wrap-anywhere" dir="auto">
              {one.notes}
            </p>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

const Units = ({ names }: { names: string[] }) => (
  <Panel title={plural(names.length, 'part')}>
    <ul className="flex flex-wrap gap-1.5">
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one name
        <li key={at} className="rounded-field bg-base-200 px-2 py-1">
          <InlineName>{name}</InlineName>
        </li>
      ))}
    </ul>
  </Panel>
);

const Source = ({ card }: { card: CustomerCard }) =>
  card.source && (
    <details className="quiet text-sm">
      <summary className="wrap-anywhere">
        From {card.source.file}, line {card.source.line.toLocaleString()}
      </summary>
      <pre className="mt-2 overflow-x-auto rounded-box border border-base-300 bg-base-100 p-3 text-xs whitespace-pre-wrap">
        {card.source.text}
      </pre>
    </details>
  );
