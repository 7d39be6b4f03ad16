import type { ImportRow } from '../../../core/customers/import/read-imports.ts';
import type { ImportItem } from '../../../core/customers/import/report.ts';
import type { Tone } from '../words.ts';

export const STATUS: Record<ImportRow['status'], { words: string; tone: Tone }> = {
  draft: { words: 'not imported yet', tone: 'wait' },
  running: { words: 'running', tone: 'live' },
  cancelled: { words: 'stopped half-way', tone: 'wait' },
  failed: { words: 'failed', tone: 'bad' },
  done: { words: 'done', tone: 'good' },
  reverting: { words: 'being taken back', tone: 'live' },
  reverted: { words: 'taken back', tone: 'plain' },
};

export const OUTCOMES: Record<ImportItem['outcome'], { words: string; tone: Tone }> = {
  created: { words: 'new', tone: 'good' },
  updated: { words: 'updated', tone: 'live' },
  unchanged: { words: 'unchanged', tone: 'plain' },
  review: { words: 'in review', tone: 'wait' },
  discarded: { words: 'discarded', tone: 'bad' },
};
