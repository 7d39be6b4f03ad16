import { t } from '../words/t.ts';

type Props = { text: string; english: string | null; onTake: (text: string) => void };

/** What the agent would answer; it goes into the field, where it is a person's to change. */
export const Suggestion = ({ text, english, onTake }: Props) => (
  <div className="mb-2 flex flex-wrap items-start gap-2 rounded-field bg-base-200 px-3 py-2">
    <div className="min-w-0 grow basis-56">
      <p className="quiet text-xs">{t('Suggested answer')}</p>
      <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere" dir="auto">
        {text}
      </p>
      {english && (
        <p className="quiet mt-1 line-clamp-3 text-xs wrap-anywhere">
          {t('In English: {english}', { english })}
        </p>
      )}
    </div>
    <button type="button" className="btn btn-sm" onClick={() => onTake(text)}>
      {t('Use it')}
    </button>
  </div>
);
