import type { DataTableBlock, KnownBlock } from '@slack/types';
import type { AudiencePart } from '../../../core/parts.ts';
import { clip, figuresOf } from '../../part-text.ts';
import { actions, button, context, section } from './elements.ts';

/** The most rows that Slack takes in one table, its head among them. */
export const TABLE_ROWS = 99;
const PAGE = 10;

export function audienceBlocks(part: AudiencePart): KnownBlock[] {
  const more = part.total - Math.min(part.customers.length, TABLE_ROWS);
  return [
    section(`${figuresOf(part)}\n${part.words}`),
    ...(part.customers.length > 0 ? [table(part)] : []),
    ...(part.notes.length > 0 ? [context(...part.notes.slice(0, 8))] : []),
    ...(more > 0 ? [context(`${more} more are in the file.`)] : []),
    ...(part.campaignId
      ? [actions(button({ id: 'list', label: 'Everybody as a file', value: part.campaignId }))]
      : []),
  ];
}

const HEAD = ['Customer', 'Place', 'Contract ends', 'Recipients', 'Because'];

function table({ customers }: AudiencePart): DataTableBlock {
  const rows = customers
    .slice(0, TABLE_ROWS)
    .map((one) => [
      one.name,
      [one.city, one.country].filter(Boolean).join(', ') || '–',
      one.contractEnd ?? '–',
      one.unreachable ?? String(one.recipients),
      one.because || '–',
    ]);
  return {
    type: 'data_table',
    caption: 'Customers',
    page_size: PAGE,
    rows: [HEAD, ...rows].map((row) => row.map((text) => ({ type: 'raw_text', text: clip(text, 200) }))),
  };
}
