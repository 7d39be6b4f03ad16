import type { ReactNode } from 'react';
import type { Group, VariantOf } from '../../../core/campaigns/draft.ts';
import { inLanguage, t } from '../words/t.ts';
import { languageWords } from '../words.ts';
import { keyWords } from './words-fields.tsx';

type Props = {
  title: ReactNode;
  words: readonly string[];
  /** What the buttons say to whoever does not see where they stand. */
  edit: string;
  remove: string;
  onEdit: () => void;
  onRemove?: () => void;
};

/** One of several wordings, with what it says otherwise. */
export const Line = ({ title, words, edit, remove, onEdit, onRemove }: Props) => (
  <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
    <p className="min-w-0 grow basis-56 wrap-anywhere">
      {title} <span className="quiet">{words.join(' · ')}</span>
    </p>
    <span className="flex gap-1">
      <button type="button" className="btn btn-sm" aria-label={edit} onClick={onEdit}>
        {t('Edit')}
      </button>
      {onRemove && (
        <button type="button" className="btn btn-sm" aria-label={remove} onClick={onRemove}>
          {t('Remove')}
        </button>
      )}
    </span>
  </div>
);

/** What it says otherwise, in a few words. */
export const otherwise = ({
  tone,
  length,
  address,
  topic,
  wording,
  language,
}: VariantOf & Pick<Group, 'language'>): string[] =>
  [
    tone && inLanguage(tone),
    length && inLanguage(length),
    address && inLanguage(address),
    language && languageWords(language),
    topic && t('about {topic}', { topic }),
    wording && t('own words: {channels}', { channels: Object.keys(wording).map(keyWords).join(', ') }),
  ].filter((one) => one !== undefined);
