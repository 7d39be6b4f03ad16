import { useState } from 'react';
import type { TemplateVersion, TemplateView } from '../../../routes/content.ts';
import { post, problemWords, remove } from '../api.ts';
import { TakeOut } from '../buttons.tsx';
import { Badge, InlineName, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { UndoLine } from '../undo-line.tsx';
import { usePolled } from '../use-polled.ts';
import { navigate } from '../use-route.ts';
import { rich } from '../words/rich.ts';
import { t } from '../words/t.ts';
import { channelName, plainWords, timeWords } from '../words.ts';
import { Nothing, Page, Panel } from './page.tsx';
import { TemplateKinds } from './template-kinds.tsx';

/** Campaigns kept to begin others from. */
export default function TemplatesPage() {
  const from = usePolled<{ templates: TemplateView[] }>('/templates', null);
  const [taken, setTaken] = useState<TemplateView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    return work.then(
      () => void from.reload(),
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  return (
    <Page
      title={t('Templates')}
      hint={
        <a className="link" href="#/campaigns">
          {t('All campaigns')}
        </a>
      }
      action={<TemplateKinds chosen="campaigns" />}
      from={from}
      before={
        <>
          {problem && <Problem words={problem} />}
          <UndoLine
            words={taken && t('“{name}” is taken out.', { name: taken.name })}
            onUndo={() => void attempt(post(`/templates/${taken?.id}/restore`).then(() => setTaken(null)))}
          />
        </>
      }
    >
      {({ templates }) =>
        templates.length === 0 ? (
          <Nothing>
            {rich('There are none yet. “Keep as a template” on the page of a {link} makes one.', {
              link: (
                <a className="link" href="#/campaigns">
                  {t('campaign')}
                </a>
              ),
            })}
          </Nothing>
        ) : (
          <ul aria-label={t('Templates')}>
            {templates.map((template) => (
              <li key={template.id}>
                <Template
                  key={template.version}
                  template={template}
                  onTake={() =>
                    void attempt(remove(`/templates/${template.id}`).then(() => setTaken(template)))
                  }
                  onRestore={(version) =>
                    void attempt(post(`/templates/${template.id}/restore`, { version }))
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

type TemplateProps = { template: TemplateView; onTake: () => void; onRestore: (version: number) => void };

function Template({ template, onTake, onRestore }: TemplateProps) {
  const mayDraft = useMay('draft');
  const { id, name, version, draft, createdAt } = template;
  const [problem, setProblem] = useState<string | null>(null);
  const begin = () =>
    post<{ id: string }>(`/templates/${id}/campaigns`).then(
      (made) => navigate(`campaigns/${made.id}`),
      (error: unknown) => setProblem(problemWords(error)),
    );
  return (
    <Panel>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <span className="min-w-0 grow basis-48 wrap-anywhere">
          <span className="font-medium">
            <InlineName>{name}</InlineName>
          </span>{' '}
          <Badge>{t('version {version}', { version })}</Badge>
          <span className="quiet block text-xs">{[aboutOf(draft), timeWords(createdAt)].join(' · ')}</span>
        </span>
        {mayDraft && (
          <span className="flex flex-wrap gap-2">
            <button
              type="button"
              className="btn btn-sm btn-primary"
              aria-label={t('Begin a campaign from {name}', { name })}
              onClick={() => void begin()}
            >
              {t('Begin a campaign')}
            </button>
            <TakeOut label={name} onPress={onTake} />
          </span>
        )}
      </div>
      {problem && <Problem words={problem} />}
      {version > 1 && <Earlier id={id} now={version} onRestore={mayDraft ? onRestore : null} />}
    </Panel>
  );
}

/** What it is about, and how it goes out where that was chosen. */
const aboutOf = ({ type, topic, channels }: TemplateView['draft']): string =>
  [plainWords(type), topic, channels.map(channelName).join(', ')].filter(Boolean).join(' · ');

type EarlierProps = { id: string; now: number; onRestore: ((version: number) => void) | null };

/** Read when somebody opens it. */
function Earlier({ id, now, onRestore }: EarlierProps) {
  const [isOpen, setOpen] = useState(false);
  const { data, problem, reload } = usePolled<{ versions: TemplateVersion[] }>(
    isOpen ? `/templates/${id}/versions` : null,
    null,
  );
  return (
    <details className="mt-2" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('Earlier versions')}</summary>
      {problem && <Problem words={problem} onRetry={() => void reload()} />}
      <ol aria-label={t('Earlier versions')} className="mt-2 space-y-2">
        {data?.versions
          .filter(({ version }) => version !== now)
          .map(({ version, draft, createdAt, by }) => (
            <li key={version} className="flex flex-wrap items-start justify-between gap-2">
              <span className="min-w-0 wrap-anywhere">
                {version}: {aboutOf(draft)}
                <span className="quiet block text-xs">
                  {timeWords(createdAt)}
                  {by && ` · ${by}`}
                </span>
              </span>
              {onRestore && (
                <button
                  type="button"
                  className="btn btn-sm"
                  aria-label={t('Back to it: version {version}', { version })}
                  onClick={() => onRestore(version)}
                >
                  {t('Back to it')}
                </button>
              )}
            </li>
          ))}
      </ol>
    </details>
  );
}
