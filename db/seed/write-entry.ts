// One entry of the demonstration's book, typed as people type: codes for platforms, dashes for what nobody knows.
import { createHash } from 'node:crypto';
import { addDays, type CalendarDate, plainDate } from '../../lib/dates.ts';
import type { Demonstration } from './demonstration.ts';
import type { Site } from './plan-sites.ts';
import type { Random } from './random.ts';

type Input = { site: Site; at: number; random: Random; today: CalendarDate; data: Demonstration };

const POSTS = [
  { title: 'General Manager', chance: 0.78 },
  { title: 'Purchasing Manager', chance: 0.3 },
  { title: 'Director of Food & Beverage', chance: 0.34 },
  { title: 'IT Manager', chance: 0.24 },
  { title: 'Operations Manager', chance: 0.3 },
  { title: 'Finance Manager', chance: 0.14 },
] as const;
const ALWAYS_LISTED = 5;
const LINE_LANGUAGES = ['th', 'ja'];
const UNREACHABLE = 0.24;

export function writeEntry(input: Input): string {
  const { site, random } = input;
  const lines = [`### ${site.name}`, ...fieldLines(input), '', '#### Contacts'];
  const isReachable = !random.chance(UNREACHABLE);
  for (const [position, post] of POSTS.entries()) {
    const isThere = random.chance(post.chance) || (isReachable && position === 0 && random.chance(0.6));
    if (isThere) lines.push(...personLines({ ...input, post: post.title, position, isReachable }), '');
    else if (position < ALWAYS_LISTED) lines.push(...emptyPost(post.title), '');
  }
  lines.push(
    '#### Issue History',
    '- No recorded issues yet.',
    '',
    '#### Special Notes',
    specialNote(input),
    '',
    '---',
    '',
  );
  return lines.join('\n');
}

function fieldLines(input: Input): string[] {
  const { site, random, data, at } = input;
  const field = (label: string, value: string | null) => `- **${label}**: ${value ?? '—'}`;
  const count = random.chance(0.08) ? site.units.length + random.int(1, 3) : site.units.length;
  const price = random.chance(0.68) ? priceOf(site, random) : null;
  const more = [
    ...(random.chance(0.45) ? [field('Tier', random.pick(['Gold', 'Silver', 'Silver', 'Bronze']))] : []),
    ...(random.chance(0.3)
      ? [
          field(
            'Tags',
            random.pick(['key account', 'seasonal programme', 'new opening', 'key account, pilot']),
          ),
        ]
      : []),
    ...(random.chance(0.6) ? [field('Account Manager', random.pick(data.managers))] : []),
  ];
  return [
    field('Business Type', typeOf(site, random)),
    field('Zone Count', random.chance(0.05) ? null : String(count)),
    field('Zone Names', random.chance(0.05) ? null : site.units.join(', ')),
    field('Music Platform', platformOf(site, random)),
    field('Annual Price per Zone', price),
    field('Currency', price ? site.region.currency : null),
    field('Contract Start', site.startsOn),
    field('Contract End', endOf(site, at)),
    ...(isLoyal(input) ? [field('Earlier Contracts', earlierOf(site))] : []),
    field('Soundtrack Account ID', random.chance(0.2) ? hexOf(`account ${at}`).slice(0, 12) : null),
    field(
      'Hardware Type',
      random.chance(0.6)
        ? random.pick([
            'Mini PC / Windows 11 Pro',
            'Soundtrack Player Boxes',
            'Desktop / Windows 10 Pro',
            'Tablet',
            'Android 14',
          ])
        : null,
    ),
    ...more,
  ];
}

const priceOf = ({ region }: Site, random: Random): string =>
  `${region.currency} ${(Math.round((region.price * random.int(85, 130)) / 1000) * 10).toLocaleString('en')}`;

function typeOf({ type }: Site, random: Random): string | null {
  if (random.chance(0.02)) return 'Mini PC';
  if (random.chance(0.04)) return null;
  return random.chance(0.03) ? `${type}?` : type;
}

function platformOf({ platform }: Site, random: Random): string {
  if (random.chance(0.06)) return 'TBA';
  if (random.chance(0.07)) return '—';
  if (platform === 'SYB')
    return random.pick(['SYB', 'SYB', 'SYB', 'SYB', 'SYB (Multi)', 'BMS', 'Soundtrack Your Brand', 'USB']);
  return platform === 'DM' ? random.pick(['DM', 'DM', 'DM(W)']) : platform;
}

// Three dates that cannot be, as they are typed now and then.
function endOf({ endsOn, startsOn }: Site, at: number): string | null {
  if (endsOn === null) return null;
  if (at === 77) return `${endsOn.slice(0, 4)}-02-30`;
  if (at === 211) return `31.11.${endsOn.slice(0, 4)}`;
  if (at === 333 && startsOn) return addDays(startsOn, -40);
  return endsOn;
}

// Every fourth site whose first day is known has been a customer for years; none of those whose dates cannot be.
const isLoyal = ({ site, at }: Input): boolean => site.startsOn !== null && at % 4 === 2;

/** Two terms of two years before the present one, each a little smaller or as it is now. */
function earlierOf({ startsOn, units, region }: Site): string {
  const first = plainDate(startsOn!);
  return [0, 2]
    .map((back) => {
      const [from, to] = [first.subtract({ years: back + 2 }), first.subtract({ years: back, days: 1 })];
      return `${from}/${to}, ${Math.max(1, units.length - back / 2)} × ${region.price} ${region.currency}`;
    })
    .join('; ');
}

type Person = Input & { post: string; position: number; isReachable: boolean };

function personLines(input: Person): string[] {
  const { site, random, data, post, position, at } = input;
  const { language } = site.region;
  const isAbroad = random.chance(0.25);
  const spoken = isAbroad ? 'en' : language;
  const name = random.pick(data.people[spoken]!);
  const serial = at * 6 + position;
  const hasEmail = input.isReachable && random.chance(0.85);
  const hasPhone = input.isReachable && random.chance(0.45);
  const hasLine = input.isReachable && LINE_LANGUAGES.includes(language) && random.chance(0.5);
  const reached = [hasEmail && 'Email', hasPhone && 'WhatsApp', hasLine && 'LINE'].filter(
    (one) => one !== false,
  );
  const isAsked = reached.length > 0 && random.chance(0.55);
  const asked = addDays(input.today, -random.int(20, 500));
  return [
    `- **${post}**: ${name}`,
    `  - Email: ${hasEmail ? `${emailName(post)}.${serial}@example.${random.pick(['com', 'org'])}` : '—'}`,
    `  - Phone: ${hasPhone ? site.region.phone.replace('####', String(serial % 10_000).padStart(4, '0')) : '—'}`,
    ...(hasLine ? [`  - LINE ID: U${hexOf(`line ${serial}`)}`] : []),
    `  - Preferred Contact: ${reached.length > 0 && random.chance(0.6) ? random.pick(reached) : '—'}`,
    ...(random.chance(0.7) ? [`  - Language: ${spoken}`] : []),
    ...(isAsked
      ? [`  - Marketing Consent: ${random.chance(0.92) ? 'yes' : 'no'}, ${asked} (welcome form)`]
      : []),
    `  - Notes: ${position === 0 && random.chance(0.2) ? 'Decides about renewals' : '—'}`,
  ];
}

const emailName = (post: string): string => post.toLowerCase().replace(/[^a-z]+/g, '-');
const hexOf = (text: string): string => createHash('md5').update(text).digest('hex');

const emptyPost = (title: string): string[] => [
  `- **${title}**: —`,
  '  - Email: —',
  '  - Phone: —',
  '  - Preferred Contact: —',
  '  - Notes: —',
];

function specialNote({ random, site }: Input): string {
  if (!random.chance(0.15)) return '- —';
  return `- ${site.units[0]} music also plays in the ${random.pick(['garden', 'driveway', 'stairwell', 'car park'])}`;
}
