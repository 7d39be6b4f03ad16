import { type FormEvent, type ReactNode, useState } from 'react';
import type { ListedImage } from '../../../core/images/read-images.ts';
import type { MessageTemplateView } from '../../../routes/message-templates.ts';
import { patch, post, problemWords } from '../api.ts';
import { SaveOrCancel } from '../buttons.tsx';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';
import { originWords } from './origin-words.ts';
import { parametersOf } from './parameters-of.ts';
import { templateLanguage } from './template-language.ts';

const LANGUAGES = ['en', 'th', 'ja', 'zh_CN', 'de', 'fr', 'es', 'pt_BR'];
export const CATEGORIES = {
  utility: t('utility: serves an agreement or an order'),
  marketing: t('marketing: rests on consent'),
};

const EMPTY = {
  name: '',
  language: 'en',
  category: 'utility' as MessageTemplateView['category'],
  header: '',
  body: '',
  footer: '',
  buttons: '',
  samples: [] as string[],
  pictureId: '',
};
type Given = typeof EMPTY;

type Props = {
  /** Drafted from a campaign its words are the campaign's and stay, unless they were refused; null for a new one. */
  template: MessageTemplateView | null;
  images: readonly ListedImage[];
  onDone: () => void;
  onCancel: () => void;
};

/** What a template says, what heads it, what can be pressed, and an example of each parameter for those who judge it. */
export function MessageTemplateForm({ template, images, onDone, onCancel }: Props) {
  const [given, setGiven] = useState<Given>(template ? givenOf(template) : EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  const isOwn = !template || template.status === 'rejected' || template.fields.length === 0;
  const change = (some: Partial<Given>) => setGiven({ ...given, ...some });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const saving = template
      ? patch(`/message-templates/${template.id}`, { ...changeOf(given), ...(isOwn ? saidOf(given) : {}) })
      : post('/message-templates', { ...changeOf(given), ...nameOf(given), ...saidOf(given) });
    saving.then(onDone, (error: unknown) => setProblem(problemWords(error)));
  };
  return (
    <form onSubmit={save} className="mt-3 grid gap-3 rounded-box bg-base-200 p-3 sm:grid-cols-2">
      {!template && <Name given={given} onChange={change} />}
      {isOwn && <Words given={given} onChange={change} />}
      <Field label={t('Category')}>
        <select
          className="select select-sm w-full"
          value={given.category}
          onChange={({ target }) => change({ category: target.value as Given['category'] })}
        >
          {Object.entries(CATEGORIES).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('Heading (optional)')}>
        <input
          maxLength={60}
          dir="auto"
          disabled={given.pictureId !== ''}
          className="input input-sm w-full text-base sm:text-sm"
          value={given.header}
          onChange={({ target }) => change({ header: target.value })}
        />
      </Field>
      <Field label={t('Or a picture that heads it')}>
        <select
          className="select select-sm w-full"
          disabled={given.header !== ''}
          value={given.pictureId}
          onChange={({ target }) => change({ pictureId: target.value })}
        >
          <option value="">{t('no picture')}</option>
          {images.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('Quick replies, up to three, one a line')}>
        <textarea
          rows={2}
          dir="auto"
          className="textarea textarea-sm w-full text-base sm:text-sm"
          value={given.buttons}
          onChange={({ target }) => change({ buttons: target.value })}
        />
      </Field>
      {parametersOf(given.body).map((number, at) => (
        <Field
          key={number}
          label={[t('Example of {parameter}', { parameter: `{{${number}}}` }), fieldWords(template, at)]
            .filter(Boolean)
            .join(' · ')}
        >
          <input
            required
            maxLength={200}
            dir="auto"
            className="input input-sm w-full text-base sm:text-sm"
            value={given.samples[at] ?? ''}
            onChange={({ target }) => change({ samples: given.samples.with(at, target.value) })}
          />
        </Field>
      ))}
      <div className="sm:col-span-2">
        {problem && <Problem words={problem} />}
        <p className="flex gap-2">
          <SaveOrCancel onCancel={onCancel} />
        </p>
      </div>
    </form>
  );
}

type WordsProps = { given: Given; onChange: (some: Partial<Given>) => void };

const Name = ({ given, onChange }: WordsProps) => (
  <>
    <Field label={t('Name: a–z, 0–9 and _')}>
      <input
        required
        pattern="[a-z0-9_]{1,512}"
        autoComplete="off"
        className="input input-sm w-full text-base sm:text-sm"
        value={given.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    </Field>
    <Field label={t('Language')}>
      <select
        className="select select-sm w-full"
        value={given.language}
        onChange={({ target }) => onChange({ language: target.value })}
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {templateLanguage(code)}
          </option>
        ))}
      </select>
    </Field>
  </>
);

const Words = ({ given, onChange }: WordsProps) => (
  <>
    <div className="sm:col-span-2">
      <Field label={t('What it says; {first}, {second} … stand for what is filled in', BRACES)}>
        <textarea
          required
          rows={5}
          maxLength={1024}
          dir="auto"
          className="textarea w-full text-base sm:text-sm"
          value={given.body}
          onChange={({ target }) => {
            const count = parametersOf(target.value).length;
            const samples = Array.from({ length: count }, (_, at) => given.samples[at] ?? '');
            onChange({ body: target.value, samples });
          }}
        />
      </Field>
    </div>
    <Field label={t('Footer (optional)')}>
      <input
        maxLength={60}
        dir="auto"
        className="input input-sm w-full text-base sm:text-sm"
        value={given.footer}
        onChange={({ target }) => onChange({ footer: target.value })}
      />
    </Field>
  </>
);
const BRACES = { first: '{{1}}', second: '{{2}}' };

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="block">
    <span className="quiet block text-xs">{label}</span>
    {children}
  </label>
);

function fieldWords(template: MessageTemplateView | null, at: number): string | null {
  const field = template?.fields[at];
  return field ? originWords({ text: '', field }) : null;
}

const givenOf = (template: MessageTemplateView): Given => ({
  ...template,
  header: template.header ?? '',
  footer: template.footer ?? '',
  buttons: template.buttons.join('\n'),
  pictureId: template.pictureId ?? '',
});

const changeOf = ({ category, header, buttons, samples, pictureId }: Given) => ({
  ...{ category, samples },
  header: header.trim() || null,
  buttons: buttons
    .split('\n')
    .map((words) => words.trim())
    .filter(Boolean),
  pictureId: pictureId || null,
});

const nameOf = ({ name, language }: Given) => ({ name, language });
const saidOf = ({ body, footer }: Given) => ({ body, footer: footer.trim() || null });
