import type { CustomerCard } from '../../../core/customers/read-customer.ts';
import { Badge, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { Page, Panel } from '../pages/page.tsx';
import { reasonWords } from '../review/remedies.ts';
import { usePolled } from '../use-polled.ts';
import { rich } from '../words/rich.ts';
import { inLanguage, t } from '../words/t.ts';
import { Contacts } from './contacts.tsx';
import { Contracts } from './contracts.tsx';
import { Facts, type Fields } from './facts.tsx';
import { MergeWith } from './merge-with.tsx';
import { Notes } from './notes.tsx';
import { SayChange } from './say-change.tsx';
import { Timeline } from './timeline.tsx';
import { Units } from './units.tsx';
import { useChange } from './use-change.ts';

/** One customer: what is known, from where, and how surely; edited in place or by a sentence. */
export default function CustomerPage({ id }: { id: string }) {
  const from = usePolled<CustomerCard>(`/customers/${id}`, null);
  const fields = usePolled<Fields>('/fields', null);
  const { data, reload } = from;
  const refresh = () => void reload();
  const mayEdit = useMay('draft') && data?.status !== 'merged' && data?.status !== 'discarded';
  const mayMerge = useMay('import') && mayEdit;
  const { save, undo, saved, problem } = useChange(id, refresh);
  const writing = mayEdit ? save : null;
  return (
    <Page
      title={data?.name ?? t('Customer')}
      hint={
        <a className="link" href="#/customers">
          {t('All customers')}
        </a>
      }
      action={data && data.status !== 'active' && <Badge tone="wait">{inLanguage(data.status)}</Badge>}
      from={from}
    >
      {(card) => (
        <>
          {card.mergedIntoId && (
            <Panel>
              {rich('It was merged into {link}.', {
                link: (
                  <a className="link" href={`#/customers/${card.mergedIntoId}`}>
                    {t('another customer')}
                  </a>
                ),
              })}
            </Panel>
          )}
          {mayEdit && <SayChange customer={card} onDecided={refresh} />}
          {problem && <Problem words={problem} />}
          <p role="status" className="mb-2 flex items-center gap-2 text-sm empty:hidden">
            {saved && (saved.changeId ? t('Saved.') : t('Taken back.'))}
            {saved?.changeId && (
              <button type="button" className="btn btn-sm" onClick={() => void undo(saved.changeId!)}>
                {t('Undo')}
              </button>
            )}
          </p>
          <Doubts card={card} />
          {fields.data && <Facts card={card} fields={fields.data} save={writing} />}
          {fields.problem && <Problem words={fields.problem} />}
          {fields.data && <Contracts card={card} fields={fields.data} save={writing} />}
          <Contacts card={card} save={writing} />
          <Units card={card} save={writing} />
          <Notes card={card} save={writing} />
          {mayMerge && <MergeWith card={card} onDone={refresh} />}
          <Timeline key={card.id} customerId={card.id} />
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
    <Panel title={t('Wants a look')}>
      <ul className="list-outside list-disc space-y-1 ps-5">
        {open.map(({ id, reason, detail }) => (
          <li key={id} className="wrap-anywhere">
            <span className="font-medium first-letter:uppercase">{reasonWords(reason)}</span>: {detail}
          </li>
        ))}
      </ul>
      <a className="link mt-2 inline-block" href="#/customers/review">
        {t('To the review list')}
      </a>
    </Panel>
  );
}

const Source = ({ card }: { card: CustomerCard }) =>
  card.source && (
    <details className="quiet text-sm">
      <summary className="wrap-anywhere">
        {t('From {file}, line {line}', { file: card.source.file, line: card.source.line })}
      </summary>
      <pre className="mt-2 overflow-x-auto rounded-box border border-base-300 bg-base-100 p-3 text-xs whitespace-pre-wrap">
        {card.source.text}
      </pre>
    </details>
  );
