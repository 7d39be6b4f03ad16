// Every page that the menu and its links lead to, and the words by which it is known to be there.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriersNow, sticksOut } from './open-browser.ts';

const PAGES = [
  ['chat', 'conversation'],
  ['customers', 'by name.'],
  ['customers/review', 'What looked wrong'],
  ['customers/brands', 'suggestions'],
  ['customers/stops', 'the newest first'],
  ['campaigns', 'Newest first.'],
  ['campaigns/templates', 'There are none yet.'],
  ['campaigns/templates/whatsapp', 'WhatsApp begins a conversation'],
  ['campaigns/unknown', 'There is none.'],
  ['customers/import', 'Choose'],
  ['approvals', 'Approvals'],
  ['outbox', 'Messages that would have left'],
  ['replies/calls', 'Nobody waits for a call.'],
  ['settings/pictures', 'In the library'],
  ['segments', 'Every Hilton'],
  ['segments/new', 'What they are like'],
  ['replies', 'Nobody waits for an answer.'],
  ['settings', 'API tokens'],
  ['settings/you', 'Where you are signed in'],
  ['settings/replies', 'Save'],
  ['settings/voice', 'Sign-off in English'],
  ['settings/fields', 'that every workspace has'],
  ['settings/channels', 'In 24 hours:'],
  ['settings/apps', 'until an admin adds an app'],
  ['settings/rules', 'A second person decides'],
  ['settings/approval', 'Nobody is away.'],
  ['settings/webhooks', 'There are none yet.'],
  ['settings/workspace', 'newest'],
  ['settings/content', 'There are none yet.'],
  ['settings/widget', 'Sites that may show it'],
  ['settings/log', 'approval.'],
] as const;

/** What the address says is drawn, and nothing of it is waited for; whatever language it speaks. */
async function isLoaded(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );
  await expect.poll(() => page.locator('.loading-dots').filter({ visible: true }).count()).toBe(0);
}

/** Nothing sticks out of any, and with `axe` none has a barrier either, in English by day and in Thai in the dark. */
export async function seeEveryPage(page: Page, { url, axe }: { url: string; axe: boolean }): Promise<void> {
  const thai = await page.context().newPage();
  await thai.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  for (const [address, words] of PAGES) {
    await page.goto(`${url}/#/${address}`);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await isLoaded(page);
    expect(await sticksOut(page), address).toEqual([]);
    if (!axe) continue;
    expect(await barriersNow(page), address).toEqual([]);
    await thai.goto(`${url}/?lang=th#/${address}`);
    await thai.getByRole('heading').filter({ visible: true }).first().waitFor();
    await isLoaded(thai);
    expect(await sticksOut(thai), address).toEqual([]);
    expect(await barriersNow(thai), address).toEqual([]);
  }
  if (axe) expect(await thai.evaluate(() => document.documentElement.lang)).toBe('th');
  await thai.close();
}
