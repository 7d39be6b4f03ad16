import type { ImportRow } from '../../../core/customers/import/read-imports.ts';
import type { ImportItem } from '../../../core/customers/import/report.ts';
import { t } from '../words/t.ts';
import type { Tone } from '../words.ts';

export const STATUS: Record<ImportRow['status'], { words: string; tone: Tone }> = {
  draft: { words: t('not imported yet'), tone: 'wait' },
  running: { words: t('running'), tone: 'live' },
  cancelled: { words: t('stopped half-way'), tone: 'wait' },
  failed: { words: t('failed'), tone: 'bad' },
  done: { words: t('done'), tone: 'good' },
  reverting: { words: t('being taken back'), tone: 'live' },
  reverted: { words: t('taken back'), tone: 'plain' },
};

export const OUTCOMES: Record<ImportItem['outcome'], { words: string; tone: Tone }> = {
  created: { words: t('new'), tone: 'good' },
  updated: { words: t('updated'), tone: 'live' },
  unchanged: { words: t('unchanged'), tone: 'plain' },
  review: { words: t('in review'), tone: 'wait' },
  discarded: { words: t('discarded'), tone: 'bad' },
};
