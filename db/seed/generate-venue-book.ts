import { type CalendarDate, plainDate } from '../../lib/dates.ts';
import { demonstration } from './demonstration.ts';
import { planSites } from './plan-sites.ts';
import { createRandom } from './random.ts';
import { writeEntry } from './write-entry.ts';

// Any number does; this one is kept so that the demonstration stays the one that people know.
const SEED = 20_260_101;

/** The demonstration's venue book as text, contracts around `today`: the same text for the same day. */
export function generateVenueBook(today: CalendarDate): string {
  const random = createRandom(SEED);
  const data = demonstration;
  const sites = planSites({ random, today, data });
  const entries = sites.map((site, at) => ({
    name: site.name,
    text: writeEntry({ site, at, random, today, data }),
  }));
  const extra = [
    ...data.notCustomers.map((name) => name.replace('{year}', String(plainDate(today).year + 1))),
    `${sites[40]!.name} East; ${sites[40]!.name} West`,
  ].map((name) => ({ name, text: emptyEntry(name) }));
  const twins = [sites[10]!, sites[200]!].map((site, at) => ({
    name: site.name,
    text: emptyEntry(at === 0 ? site.name : `The ${site.name}`),
  }));
  const sorted = [...entries, ...extra, ...twins].sort((a, b) => compare(a.name, b.name));
  const head = ['# Venue Database', '', `Last Updated: ${today}`, '', '## Venue Information', '', ''];
  return head.join('\n') + sorted.map(({ text }) => text).join('\n');
}

// By code unit, not by locale: the order must not depend on the machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const emptyEntry = (name: string): string =>
  [
    `### ${name}`,
    ...['Business Type', 'Zone Count', 'Zone Names', 'Music Platform', 'Contract End'].map(
      (label) => `- **${label}**: —`,
    ),
    '',
    '#### Contacts',
    '- **General Manager**: —',
    '  - Email: —',
    '  - Phone: —',
    '',
    '---',
    '',
  ].join('\n');
