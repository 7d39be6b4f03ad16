import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openHostPage } from './host-page.ts';
import { type TestBrowser, WIDE } from './open-browser.ts';
import type { Product } from './open-product.ts';

type Given = { page: Page; product: Product; browser: TestBrowser };

/** The panel of those who work here, in a page that is hostile to it, and in one that may not show it. */
export async function seePanel({ page, product, browser }: Given): Promise<void> {
  const host = await openHostPage();
  const api = `${product.url}/api/v1`;
  const widget = { isEnabled: true, origins: [host.known] };
  const headers = { origin: product.url };
  expect((await page.request.patch(`${api}/settings`, { data: { widget }, headers })).ok()).toBe(true);
  const { token } = (await (await page.request.get(`${api}/widget/identity`)).json()) as { token: string };
  const { slug: workspace } = product.workspace;
  host.write({ product: product.url, workspace, token });
  const { page: other, errors: broken } = await browser.openPage(WIDE);
  const panelIn = async (origin: string) => {
    await other.goto(origin);
    await other.waitForFunction(() => 'refrain' in window);
    await other.evaluate(() => (window as unknown as { refrain: { open(): void } }).refrain.open());
    await expect.poll(() => other.frames().length).toBe(2);
    return other.frames()[1]!;
  };
  const panel = await panelIn(host.known);
  // What the page says of buttons and frames does not reach it.
  const at = await other.evaluate(
    () => document.elementFromPoint(window.innerWidth - 60, window.innerHeight - 50)?.tagName,
  );
  expect(at).toBe('REFRAIN-WIDGET');
  const sentence = panel.getByRole('textbox', { name: 'Message to the agent' });
  await sentence.fill('Send renewal reminders to all Hiltons expiring in October');
  await sentence.press('Enter');
  const decide = panel.getByRole('link', { name: 'Decide in a window of its own' });
  await decide.waitFor();
  expect(await panel.getByRole('button', { name: /^(Approve|Reject)/ }).count()).toBe(0);
  expect(await decide.evaluate((link: HTMLAnchorElement) => [link.origin, link.href.split('#')[0]])).toEqual([
    product.url,
    `${product.url}/`,
  ]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  // Another site than the named ones: the browser shows nothing of it, and it says nothing.
  const refused = await panelIn(host.unknown);
  await expect.poll(() => refused.url()).toContain('chrome-error');
  expect(await other.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(broken).toEqual([]);
  await other.context().close();
  await host.close();
}

/** The panel of customers: written while the server is away and sent when it is back, asked for by the desk, answered, read. */
export async function seeVisitors({ page, product, browser }: Given): Promise<void> {
  const host = await openHostPage();
  const api = `${product.url}/api/v1`;
  const headers = { origin: product.url };
  const widget = { isEnabled: true, origins: [host.known], forVisitors: true };
  const announcements = [{ text: 'Closed on Monday' }];
  const settings = { data: { widget: { ...widget, announcements } }, headers };
  expect((await page.request.patch(`${api}/settings`, settings)).ok()).toBe(true);
  host.write({ product: product.url, workspace: product.workspace.slug, token: null, role: 'customers' });
  const { page: site, errors } = await browser.openPage(WIDE);
  await site.goto(host.known);
  await site.waitForFunction(() => 'refrain' in window);
  await site.evaluate(() => (window as unknown as { refrain: { open(): void } }).refrain.open());
  await expect.poll(() => site.frames().length).toBe(2);
  const panel = site.frames()[1]!;
  await panel.getByText('Closed on Monday').waitFor();
  // The page's colours reach it as colours only; nothing else that the page says does.
  const colour = () =>
    panel.evaluate(() => document.documentElement.style.getPropertyValue('--color-primary'));
  expect(await colour()).toBe('#7a1fa2');
  await panel.evaluate(() => {
    window.postMessage({ type: 'refrain:begin', token: 'a.b.c', color: '#000000', text: '' }, '*');
    window.postMessage({ type: 'refrain:identity', token: 'a.b.c' }, '*');
  });
  expect(await colour()).toBe('#7a1fa2');
  const messages = '**/widget/*/messages';
  await site.route(messages, (route) => route.abort());
  const field = panel.getByRole('textbox', { name: 'Your message' });
  await field.fill('Is the <b>terrace</b> open?');
  await field.press('Enter');
  await panel.getByText('waits to be sent').waitFor();
  await site.unroute(messages);
  await panel.getByText('waits to be sent').waitFor({ state: 'detached' });
  await panel.getByText('Is the <b>terrace</b> open?').waitFor();
  await panel.getByRole('button', { name: 'Talk to a person' }).click();
  await panel.getByText('A person was asked to answer you here.').waitFor();
  await answerAtDesk(page, product.url);
  await panel.getByText('From noon on.').waitFor();
  expect(errors).toEqual([]);
  await site.context().close();
  await host.close();
}

/** Somebody at the desk says whose address it is, and answers. */
async function answerAtDesk(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/replies`);
  const talks = page.getByRole('list', { name: 'Conversations with customers' });
  await talks.getByRole('link').filter({ hasText: 'wants a person' }).click();
  await page.getByLabel('Name of who wrote').fill('A guest');
  await page.getByLabel('Which customer they belong to').fill('Hilton');
  const found = page.getByRole('region', { name: 'Who wrote it' }).getByRole('listitem');
  await found.first().getByRole('button').click();
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const answer = page.getByRole('textbox', { name: 'Your answer' });
  await page.getByText('Nobody here is known by this address.').waitFor({ state: 'detached' });
  await answer.fill('From noon on.');
  await answer.press('Control+Enter');
  await page.getByText('Approved by you and on its way.').waitFor();
}
