import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { goTo } from './go-to.ts';
import { barriers } from './open-browser.ts';

/** A sentence said in other words, a conversation found again and shared, and a file handed over in it. */
export async function seeChat(page: Page): Promise<void> {
  await goTo(page, 'Chat');
  const field = page.getByRole('textbox', { name: 'Message to the agent' });
  const approval = page.getByRole('region', { name: 'Approval' });
  const waiting = async () => {
    const said = await page.getByRole('link', { name: /^Approvals/ }).textContent();
    return Number(said?.match(/\d+/)?.[0] ?? 0);
  };
  // As the server has it: what other pages began is counted here with the next look.
  const before = await page.evaluate(async () => {
    const { approvals } = (await (await fetch('/api/v1/approvals')).json()) as {
      approvals: { canDecide: boolean }[];
    };
    return approvals.filter(({ canDecide }) => canDecide).length;
  });
  await field.fill('Send renewal reminders to all Hiltons expiring in October');
  await field.press('Enter');
  await approval.getByRole('button', { name: /^Approve \d+ messages/ }).waitFor();
  const first = await approval.getByRole('button', { name: /^Approve/ }).textContent();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  expect(await field.inputValue()).toBe('Send renewal reminders to all Hiltons expiring in October');
  await field.fill('Send renewal reminders to all Hiltons in Thailand expiring in October');
  await field.press('Enter');
  await page.getByRole('heading', { name: /country is Thailand/ }).waitFor();
  await approval.getByRole('button', { name: /^Approve \d+ messages/ }).waitFor();
  expect(await approval.getByRole('button', { name: /^Approve/ }).textContent()).not.toBe(first);
  // What the first words made is gone: one request more waits, not two.
  await expect.poll(waiting).toBe(before + 1);
  await page.getByRole('searchbox', { name: 'Search what was said' }).fill('nobody ever said this');
  await page.getByText('Nothing like that was said.').first().waitFor();
  await page.getByRole('searchbox', { name: 'Search what was said' }).fill('THAILAND EXPIRING');
  await page.getByRole('navigation', { name: 'Conversations' }).locator('[aria-current=page]').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('Copied: everybody of your workspace can open it.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.locator('form input[type=file]').setInputFiles({
    name: 'new.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;City\nFig Bar;Berlin\n'),
  });
  const attached = page.getByRole('region', { name: 'Attached files' });
  await attached.getByRole('link', { name: 'See what would change, and import' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await attached.getByRole('link').click();
  await page.getByRole('button', { name: 'Throw away' }).click();
}
