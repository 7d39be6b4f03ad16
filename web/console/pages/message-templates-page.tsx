import { useState } from 'react';
import type { ListedImage } from '../../../core/images/read-images.ts';
import type { CampaignListed } from '../../../routes/campaign-view.ts';
import type { MessageTemplateView } from '../../../routes/message-templates.ts';
import { post, problemWords, remove } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { MessageTemplate } from '../content/message-template.tsx';
import { MessageTemplateForm } from '../content/message-template-form.tsx';
import { useMay } from '../me.ts';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { t } from '../words/t.ts';
import { Nothing, Page, Panel } from './page.tsx';
import { TemplateKinds } from './template-kinds.tsx';

/** Judged by people at the platform, within the day. */
const EVERY_MS = 30_000;

/** The texts that WhatsApp approves before they may begin a conversation: drafted, handed in, and where each stands. */
export default function MessageTemplatesPage() {
  const from = usePolled<{ templates: MessageTemplateView[] }>('/message-templates', EVERY_MS);
  const images = usePolled<{ images: ListedImage[] }>('/images', null).data?.images ?? [];
  const mayDraft = useMay('draft');
  const [taken, setTaken] = useState<MessageTemplateView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    return work.then(
      () => void from.reload(),
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  const putBack = () =>
    void attempt(post('/message-templates', taken && contentOf(taken)).then(() => setTaken(null)));
  return (
    <Page
      title={t('Templates')}
      hint={t('WhatsApp begins a conversation only with a text that it has approved.')}
      action={<TemplateKinds chosen="whatsapp" />}
      from={from}
      before={
        <>
          {problem && <Problem words={problem} />}
          <UndoLine words={taken && t('“{name}” is taken out.', { name: taken.name })} onUndo={putBack} />
          {mayDraft && <DraftFor onDrafted={() => void from.reload()} />}
          {mayDraft &&
            (isNew ? (
              <MessageTemplateForm
                template={null}
                images={images}
                onDone={() => {
                  setNew(false);
                  void from.reload();
                }}
                onCancel={() => setNew(false)}
              />
            ) : (
              <p className="mb-4 flex flex-wrap gap-2">
                <button type="button" className="btn btn-sm" onClick={() => setNew(true)}>
                  {t('Write one')}
                </button>
                <TakeOver onDone={() => void from.reload()} />
              </p>
            ))}
        </>
      }
    >
      {({ templates }) =>
        templates.length === 0 ? (
          <Nothing>{t('There are none yet.')}</Nothing>
        ) : (
          <ul aria-label={t('Templates')}>
            {templates.map((template) => (
              <li key={template.id}>
                <MessageTemplate
                  template={template}
                  images={images}
                  onChanged={() => void from.reload()}
                  onTake={() =>
                    void attempt(remove(`/message-templates/${template.id}`).then(() => setTaken(template)))
                  }
                />
              </li>
            ))}
          </ul>
        )
      }
    </Page>
  );
}

/** What makes it again. */
const contentOf = ({ name, language, category, ...rest }: MessageTemplateView) => ({
  ...{ name, language, category, header: rest.header, body: rest.body, footer: rest.footer },
  ...{ buttons: rest.buttons, samples: rest.samples, fields: rest.fields, pictureId: rest.pictureId },
});

/** The words of a draft campaign, with parameters for what is each recipient's own. */
function DraftFor({ onDrafted }: { onDrafted: () => void }) {
  const { data } = usePolled<{ campaigns: CampaignListed[] }>('/campaigns?status=draft&limit=100', null);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const id = chosen || data?.campaigns[0]?.id;
  if (!id) return null;
  const draft = () => {
    setBusy(true);
    setSaid(null);
    post<{ templates: { recipients: number }[] }>(`/campaigns/${id}/message-templates`)
      .then(
        ({ templates }) => {
          setSaid(
            templates.length > 0
              ? t('{n} {n|template|templates} drafted.', { n: templates.length })
              : t('It needs none: nobody of it is reached by WhatsApp, or approved ones say all of it.'),
          );
          onDrafted();
        },
        (error: unknown) => setSaid(problemWords(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Panel title={t('Draft what a campaign needs')}>
      <div className="flex flex-wrap gap-2">
        <select
          aria-label={t('Which campaign')}
          className="select select-sm min-w-0 grow basis-56"
          value={id}
          onChange={({ target }) => setChosen(target.value)}
        >
          {data?.campaigns.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="button" className="btn btn-sm btn-primary" disabled={isBusy} onClick={draft}>
          {isBusy ? t('Drafting …') : t('Draft')}
        </button>
      </div>
      <p role="status" className="mt-2 empty:hidden">
        {said}
      </p>
    </Panel>
  );
}

/** What stands at the platform counts. */
function TakeOver({ onDone }: { onDone: () => void }) {
  const mayAdminister = useMay('administer');
  const [said, setSaid] = useState<string | null>(null);
  if (!mayAdminister) return null;
  const take = () =>
    post<{ listed: number }>('/message-templates/sync').then(
      ({ listed }) => {
        setSaid(t('The platform lists {n}.', { n: listed }));
        onDone();
      },
      (error: unknown) => setSaid(problemWords(error)),
    );
  return (
    <>
      <button type="button" className="btn btn-sm" onClick={() => void take()}>
        {t('Ask the platform how they stand')}
      </button>
      <span role="status" className="self-center text-sm empty:hidden">
        {said}
      </span>
    </>
  );
}
