// Messages as mail programs and LINE draw them, without the console around.
import { join } from 'node:path';
import { dryRun } from '../core/approval/dry-run.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import type { TestBrowser } from '../test/browser/open-browser.ts';
import { sheet } from './shot-sheet.ts';

/** The renewal of everybody by e-mail and, where the settings want it, as LINE's cards. */
export async function composeBare(ctx: Ctx): Promise<{ html: string[]; cards: string[] }> {
  const [html, cards]: string[][] = [[], []];
  for (const channel of ['email', 'line']) {
    const draft = { name: `Bare ${channel}`, type: 'renewal', channels: [channel] };
    const { id } = await createCampaign(ctx, { draft });
    const { messages } = await dryRun(ctx, { campaign: await readCampaign(ctx, id), limit: 100 });
    for (const { rendered, findings } of messages) {
      if (findings.some(({ severity }) => severity === 'error')) continue;
      if (rendered.html) html?.push(rendered.html);
      if (rendered.card) cards?.push(flexAsHtml(rendered.card.contents));
    }
  }
  return { html: html ?? [], cards: cards ?? [] };
}

type Flex = Partial<
  Record<'type' | 'layout' | 'text' | 'color' | 'weight' | 'flex' | 'backgroundColor' | 'spacing', string>
> & { contents?: unknown; header?: unknown; body?: unknown };
const list = (value: unknown): Flex[] => (Array.isArray(value) ? (value as Flex[]) : []);
const escaped = (words: unknown): string =>
  String(words ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The few elements of LINE's cards that ours are made of, about as LINE draws them. */
function flexAsHtml(element: unknown): string {
  const one = element as Flex;
  const inner = list(one.contents).map(flexAsHtml).join('');
  const flex = one.flex ? `flex:${one.flex} 0 0;` : '';
  if (one.type === 'bubble')
    return `<div style="width:300px;border-radius:14px;overflow:hidden;background:#fff;font:14px/1.4 'Noto Sans','Noto Sans Thai','Noto Sans CJK JP',sans-serif">${[one.header, one.body].map((part) => (part ? flexAsHtml(part) : '')).join('')}</div>`;
  if (one.type === 'text')
    return `<div style="${flex}color:${one.color ?? '#111'};font-weight:${one.weight ?? 400};white-space:pre-wrap;overflow-wrap:anywhere">${escaped(one.text)}</div>`;
  if (one.type === 'button') return `<div style="color:${one.color}">[button]</div>`;
  const gap = one.spacing === 'none' ? '0' : '12px';
  const row = one.layout === 'baseline' ? 'flex-direction:row;gap:8px' : `flex-direction:column;gap:${gap}`;
  const padding = one.layout === 'baseline' || one.spacing === 'none' ? '0' : '16px';
  return `<div style="display:flex;${row};padding:${padding};background:${one.backgroundColor ?? 'transparent'}">${inner}</div>`;
}

const LOOKS = [
  { name: 'wide', width: 680, colorScheme: 'light' },
  { name: 'wide-dark', width: 680, colorScheme: 'dark' },
  { name: 'phone', width: 360, colorScheme: 'light' },
  { name: 'phone-dark', width: 360, colorScheme: 'dark' },
] as const;

type Bare = { folder: string; messages: Awaited<ReturnType<typeof composeBare>> };

export async function shootBare(
  browser: Pick<TestBrowser, 'openPage'>,
  { folder, messages }: Bare,
): Promise<void> {
  for (const { name, width, colorScheme } of LOOKS) {
    const { page } = await browser.openPage({ viewport: { width, height: 600 }, colorScheme });
    const shots: Buffer[] = [];
    for (const html of messages.html) {
      await page.setContent(html);
      shots.push(await page.screenshot({ fullPage: true }));
    }
    await sheet(page, { shots, path: join(folder, `mail-${name}.png`), width: width / 1.2 });
  }
  const { page } = await browser.openPage({ viewport: { width: 340, height: 300 } });
  const shots: Buffer[] = [];
  for (const card of messages.cards) {
    await page.setContent(`<body style="margin:20px;background:#8cabd8">${card}`);
    shots.push(await page.screenshot({ fullPage: true }));
  }
  await sheet(page, { shots, path: join(folder, 'line-cards.png'), width: 300 });
}
