import { useState } from 'react';
import type { ListedImage } from '../../../core/images/read-images.ts';
import type { MessageTemplateView } from '../../../routes/message-templates.ts';
import { post, problemWords } from '../api.ts';
import { Change, TakeOut } from '../buttons.tsx';
import { Badge, Problem } from '../cards/card.tsx';
import { MessageBubble } from '../cards/message-bubble.tsx';
import { useMay } from '../me.ts';
import { Panel } from '../pages/page.tsx';
import { fromServer, inLanguage, t } from '../words/t.ts';
import type { Tone } from '../words.ts';
import { MessageTemplateForm } from './message-template-form.tsx';
import { withSamples } from './parameters-of.ts';
import { templateLanguage } from './template-language.ts';

const STATES: Record<MessageTemplateView['status'], { words: string; tone: Tone }> = {
  draft: { words: t('draft'), tone: 'plain' },
  submitted: { words: t('handed in, being judged'), tone: 'wait' },
  approved: { words: t('approved'), tone: 'good' },
  rejected: { words: t('refused'), tone: 'bad' },
  paused: { words: t('paused'), tone: 'wait' },
};

type Props = {
  template: MessageTemplateView;
  images: readonly ListedImage[];
  onChanged: () => void;
  onTake: () => void;
};

/** One template with its examples filled in, as its reader would see it; where it stands, and what can be done. */
export function MessageTemplate({ template, images, onChanged, onTake }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { name, language, category, status, body, samples, header, footer, buttons, reason } = template;
  const picture = images.find(({ id }) => id === template.pictureId);
  const said = [header, withSamples(body, samples), footer].filter(Boolean).join('\n\n');
  return (
    <Panel>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span className="font-medium wrap-anywhere">{name}</span>
        <Badge tone={STATES[status].tone}>{STATES[status].words}</Badge>
        <Badge>{templateLanguage(language)}</Badge>
        <Badge>{inLanguage(category)}</Badge>
      </p>
      <MessageBubble
        message={{
          ...{ channel: 'whatsapp', body: said, template: { name, buttons }, image: picture },
          origins: samples.map((text, at) => ({ text, field: template.fields[at] || `{{${at + 1}}}` })),
        }}
      />
      {reason && (
        <p className="wrap-anywhere">
          <Badge tone="bad">{t('why not')}</Badge> {fromServer(reason)}
        </p>
      )}
      {!template.isUsable && <p className="quiet">{t('Our words cannot be filled into it.')}</p>}
      {(status === 'draft' || status === 'rejected') && (
        <Doing
          template={template}
          isOpen={isOpen}
          onEdit={() => setOpen(!isOpen)}
          onChanged={onChanged}
          onTake={onTake}
        />
      )}
      {isOpen && (
        <MessageTemplateForm
          template={template}
          images={images}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}

type DoingProps = Omit<Props, 'images'> & { isOpen: boolean; onEdit: () => void };

/** A draft is changed, taken out, or handed in, which is an admin's; one that was refused is changed, and is a draft then. */
function Doing({ template: { id, name, status, reason }, isOpen, onEdit, onChanged, onTake }: DoingProps) {
  const mayDraft = useMay('draft');
  const mayAdminister = useMay('administer');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const handIn = () => {
    setBusy(true);
    setProblem(null);
    post(`/message-templates/${id}/submission`)
      .then(onChanged, (error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <p className="mt-2 flex flex-wrap gap-2">
        {mayAdminister && !reason && (
          <button
            type="button"
            className="btn btn-sm btn-primary"
            aria-label={t('Hand in: {name}', { name })}
            disabled={isBusy}
            onClick={handIn}
          >
            {isBusy ? t('Handing in …') : t('Hand in')}
          </button>
        )}
        {mayDraft && (
          <>
            <Change label={name} isOpen={isOpen} onPress={onEdit} />
            {status === 'draft' && <TakeOut label={name} onPress={onTake} />}
          </>
        )}
      </p>
      {problem && <Problem words={problem} />}
    </>
  );
}
