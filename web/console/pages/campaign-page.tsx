import { useState } from 'react';
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { ApprovalPart, ProgressPart } from '../../../core/parts.ts';
import { post, problemWords } from '../api.ts';
import { ApprovalCard } from '../cards/approval-card.tsx';
import { Problem } from '../cards/card.tsx';
import { GroupForms } from '../content/group-forms.tsx';
import { History } from '../content/history.tsx';
import { LeadsTo } from '../content/leads-to.tsx';
import { Offer } from '../content/offer.tsx';
import { OneByOne } from '../content/one-by-one.tsx';
import { Rehearsal } from '../content/rehearsal.tsx';
import { VariantForms } from '../content/variant-forms.tsx';
import { useMay, useMe } from '../me.ts';
import { usePolled } from '../use-polled.ts';
import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { CAMPAIGN_WORDS, plainWords } from '../words.ts';
import { Approval, Audience, Preview } from './campaign-parts.tsx';
import { CampaignSent } from './campaign-sent.tsx';
import { Page } from './page.tsx';

type Campaign = {
  id: string;
  name: string;
  type: string;
  status: ProgressPart['status'];
  version: number;
  threadId: string | null;
  draft: Draft;
};
const UNSENT: Campaign['status'][] = ['draft', 'waiting'];

/** One campaign: how it goes, what was approved, who it is for and what they read. */
export function CampaignPage({ id }: { id: string }) {
  const from = usePolled<Campaign>(`/campaigns/${id}`);
  const { data: campaign, reload } = from;
  const mayDraft = useMay('draft');
  // Messages that were written one by one make no version.
  const [written, setWritten] = useState(0);
  // A new version has another audience, other texts and another approval.
  const at = `${campaign?.version}`;
  const onChanged = () => void reload();
  return (
    <Page
      title={campaign?.name ?? t('Campaign')}
      hint={campaign && <Hint campaign={campaign} />}
      action={mayDraft && <Copies id={id} />}
      from={from}
    >
      {({ status, draft, threadId }) =>
        UNSENT.includes(status) ? (
          <>
            {status === 'draft' && mayDraft && (
              <NextStep key={`next ${at}`} id={id} threadId={threadId} onAsked={onChanged} />
            )}
            <Approval key={`asked ${at} ${status}`} id={id} onDecided={onChanged} />
            <Audience id={id} at={at} mayEdit onChanged={onChanged} />
            <Preview key={`what ${at} ${written}`} id={id} mayEdit={mayDraft} onChanged={onChanged} />
            {mayDraft && <LeadsTo key={`leads ${at}`} id={id} draft={draft} onChanged={onChanged} />}
            <Offer id={id} offer={draft.offer} mayEdit={mayDraft} onChanged={onChanged} />
            {mayDraft && <VariantForms key={`variants ${at}`} id={id} draft={draft} onChanged={onChanged} />}
            {mayDraft && <GroupForms key={`groups ${at}`} id={id} draft={draft} onChanged={onChanged} />}
            <OneByOne
              id={id}
              mayEdit={mayDraft}
              onChanged={onChanged}
              onWritten={() => setWritten((before) => before + 1)}
            />
            <Rehearsal id={id} at={`${at} ${written}`} mayEdit={mayDraft} onChanged={onChanged} />
            <History key={`then ${at}`} id={id} mayEdit={mayDraft} onRestored={onChanged} />
          </>
        ) : (
          <CampaignSent id={id} draft={draft} status={status} onChanged={onChanged} />
        )
      }
    </Page>
  );
}

const Hint = ({ campaign }: { campaign: Campaign }) => (
  <>
    {t('{what} · version {version} · {words}', {
      what: plainWords(campaign.type),
      version: campaign.version,
      words: CAMPAIGN_WORDS[campaign.status].words,
    })}
    {campaign.threadId && (
      <>
        {' · '}
        <a className="link" href={`#/chat/${campaign.threadId}`}>
          {t('its conversation')}
        </a>
      </>
    )}
  </>
);

type NextProps = { id: string; threadId: string | null; onAsked: () => void };

/** Asks for the approval of exactly what stands here, or of a test to oneself; a change makes what was asked before void. */
function NextStep({ id, threadId, onAsked }: NextProps) {
  const me = useMe();
  const [test, setTest] = useState<ApprovalPart | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = (body: object, then: (approval: ApprovalPart) => void) => {
    setBusy(true);
    setProblem(null);
    post<{ approval: ApprovalPart }>(`/campaigns/${id}/send`, body)
      .then(({ approval }) => then(approval))
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  };
  const testMode = { kind: 'address', channel: 'email', address: me.email };
  return (
    <div className="mb-4 text-sm">
      <p>
        {t('A draft: nobody is asked to approve it yet.')}{' '}
        {threadId && (
          <a className="link" href={`#/chat/${threadId}`}>
            {t('Say “send it” in its conversation.')}
          </a>
        )}
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn btn-sm btn-primary"
          disabled={isBusy}
          onClick={() => ask({}, onAsked)}
        >
          {isBusy ? t('Writing …') : t('Ask for approval')}
        </button>
        <button
          type="button"
          className="btn btn-sm"
          disabled={isBusy}
          onClick={() => ask({ testMode }, setTest)}
        >
          {t('Send me a test')}
        </button>
      </p>
      {problem && <Problem words={problem} />}
      {test && <ApprovalCard key={test.id} part={test} onDecided={() => undefined} />}
    </div>
  );
}

/** Another draft from this one, now or whenever it is wanted again. */
function Copies({ id }: { id: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const attempt = (work: Promise<unknown>) => work.catch((error: unknown) => setSaid(problemWords(error)));
  const clone = () =>
    post<Campaign>(`/campaigns/${id}/clone`).then((copy) => navigate(`campaigns/${copy.id}`));
  const keep = () =>
    post<{ name: string }>('/templates', { campaignId: id }).then(({ name }) =>
      setSaid(t('Kept as “{name}”.', { name })),
    );
  return (
    <>
      <button type="button" className="btn btn-sm" onClick={() => void attempt(clone())}>
        {t('Copy to a new draft')}
      </button>
      <button type="button" className="btn btn-sm" onClick={() => void attempt(keep())}>
        {t('Keep as a template')}
      </button>
      <p role="status" className="w-full text-sm empty:hidden">
        {said}
      </p>
    </>
  );
}
