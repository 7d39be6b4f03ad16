// Addresses in a text: what is not below one that the settings allow is found, however it is written.
import type { Finding } from './finding.ts';
import { paragraphsOf, remembered } from './paragraphs.ts';

const LINK =
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|\b(?:javascript|data|mailto|tel|sms):[^\s<>"]+/giu;
// Most lines hold none, and these tell so at a glance: looking for each kind at every word took a tenth of the time.
const MAY_LINK = /:[^\s<>"]|www\./i;
const MAY_BARE =
  /[\p{L}\p{N}-]\.\p{L}|[A-Za-z0-9][．。｡][A-Za-z]|\d\.\d{1,3}\.\d|[[({]\s?(?:\.|dot|punkt|point|punto|ponto)\s?[\])}]/iu;

// Ends of names that people write without "www.": those of everybody, and those of the countries. In small letters, for a sentence
// may begin behind a forgotten blank ("agreement.It").
const ANYBODY =
  'com|net|org|info|biz|io|co|app|link|shop|site|xyz|me|example|test|invalid|dev|top|club|online|store|tech|cloud|live|vip|icu|page|zip|mov|travel|hotel|click|win|loan|work|space|website|pro|ai|gg|cc|ws|tv|to|ly|eu';
const COUNTRIES =
  'th|jp|cn|hk|tw|kr|sg|my|id|vn|ph|la|kh|mm|in|lk|np|bd|pk|ae|sa|qa|il|tr|ru|ua|by|kz|de|at|ch|fr|be|nl|lu|it|es|pt|ie|uk|gb|dk|se|no|fi|is|pl|cz|sk|hu|ro|bg|gr|rs|hr|si|ee|lv|lt|us|ca|mx|br|ar|cl|pe|uy|au|nz|za|ng|ke|eg|ma|tk|ml|ga|cf|su|pw';
const LABELS = '(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+';
const BARE = new RegExp(
  [
    `${LABELS}(?:${ANYBODY})\\b(?:\\/[^\\s<>"]*)?`,
    `${LABELS}(?:${ANYBODY.toUpperCase()})\\b`,
    `${LABELS}(?:${COUNTRIES})(?![\\p{L}\\p{N}])(?:\\/[^\\s<>"]*)?`,
    // Whatever it ends with, what has a path is an address.
    `${LABELS}[a-z]{2,18}\\/[^\\s<>"]+`,
    '(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:[:/][^\\s<>"]*)?(?![\\d.])',
  ].join('|'),
  'gu',
);
const MAILBOX = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** An address states nothing; whether it may stand there is checked by itself. */
export const withoutLinks = (text: string): string =>
  MAY_LINK.test(text)
    ? text
        .split('\n')
        .map((line) => (MAY_LINK.test(line) ? line.replace(LINK, ' ') : line))
        .join('\n')
    : text;

const linksIn = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => (MAY_LINK.test(line) ? [...line.matchAll(LINK)].map(([link]) => link) : []));

const bareIn = (masked: string): string[] => paragraphsOf(withoutLinks(masked)).flatMap(bareInParagraph);

const bareInParagraph = remembered((text) =>
  MAY_BARE.test(text)
    ? [...undisguised(text).replace(MAILBOX, ' ').matchAll(BARE)].map(([link]) => link)
    : [],
);

const leadsInto = (link: string, site: string): boolean =>
  link.startsWith(site) && ['/', '?', '#'].includes(link.charAt(site.length));

type LinkInput = { raw: string; masked: string; allowed: readonly string[]; mailboxes: readonly string[] };

/** Links outside the list; one inside a name is found in `raw`, one that only looks like a name is not. */
export function checkLinks({ raw, masked, allowed, mailboxes }: LinkInput): Finding[] {
  const isAllowed = (link: string) => {
    const bare = link.replace(/[).,;!?]+$/, '');
    return allowed.some((one) => link === one || bare === one || leadsInto(link, one.replace(/\/+$/, '')));
  };
  const mayMail = masked.includes('@');
  const foreign = [...new Set([...linksIn(raw), ...bareIn(masked)])].filter(
    (link) => !isAllowed(link) && !mailboxes.includes(link.replace(/^mailto:/i, '')),
  );
  const strange = [...(mayMail ? masked.matchAll(MAILBOX) : [])]
    .map(([box]) => box)
    .filter((box) => !mailboxes.includes(box));
  return [...foreign, ...strange].map((link) => ({
    severity: 'error',
    place: 'body',
    message: `The text holds "${link.slice(0, 80)}", which is not one of the workspace's own addresses.`,
    repair: 'Use an address that the settings allow, or leave it out.',
    words: link,
    fix: { do: 'leave_out' },
  }));
}

/** "evil[.]example", "evil (dot) example" and wide points are read as points. */
const undisguised = (text: string): string =>
  text
    .replace(
      /(?<=[\p{L}\p{N}])\s?[[({]\s?(?:\.|dot|punkt|point|punto|ponto)\s?[\])}]\s?(?=[\p{L}\p{N}])/giu,
      '.',
    )
    .replace(/(?<=[A-Za-z0-9])[．。｡](?=[A-Za-z])/gu, '.');
