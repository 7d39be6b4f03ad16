// One campaign in two tabs of one person: what is done in one is told by the other, without a reload, offline and back too.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './open-browser.ts';
import type { Product } from './open-product.ts';

type Scene = { page: Page; product: Product };

export async function seeTabs({ page, product }: Scene): Promise<void> {
  await page.goto(`${product.url}/#/chat`);
  const field = page.getByRole('textbox', { name: 'Message to the agent' });
  await field.fill('Prepare renewal reminders to all Marriotts expiring in 2027');
  await field.press('Enter');
  const card = page.getByRole('region', { name: 'Audience' }).first();
  await card.getByRole('list', { name: 'Conditions' }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  const id = await newestCampaign(page);

  const other = await page.context().newPage();
  await other.goto(`${product.url}/#/campaigns/${id}`);
  const there = other.getByRole('region', { name: 'Audience' });
  const chips = there.getByRole('list', { name: 'Conditions' }).getByRole('listitem');
  await chips.nth(1).waitFor();
  await chips
    .last()
    .getByRole('button', { name: /^Take out/ })
    .click();
  await chips.nth(1).waitFor({ state: 'detached' });

  // Edited in one: the other tells, and shows it when asked.
  await card.getByRole('button', { name: 'Show it as it is now' }).click();
  const here = card.getByRole('list', { name: 'Conditions' }).getByRole('listitem');
  await here.nth(1).waitFor({ state: 'detached' });
  await there.getByRole('button', { name: 'Undo' }).click();
  await chips.nth(1).waitFor();

  // Asked for without a conversation, while this tab is offline; approved there, seen here once it is back.
  await page.goto(`${product.url}/#/campaigns/${id}`);
  await addVariant(page);
  await page.getByRole('button', { name: 'Ask for approval' }).click();
  await page.getByRole('button', { name: /^Approve \d+ messages$/ }).waitFor();
  const approval = other.getByRole('region', { name: 'Approval' });
  await approval.getByText('What changed, and what was asked before').click();
  await approval
    .getByRole('list', { name: 'Versions' })
    .getByText(/^\d+: /)
    .first()
    .waitFor();
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.context().setOffline(false);
  await approval.getByRole('button', { name: /^Approve \d+ messages$/ }).click();
  const progress = page.getByRole('region', { name: 'Progress' });
  await progress.getByText('done', { exact: true }).waitFor();
  await other.close();
}

/** By hand, with what a reader of it would get beside it before anything is kept; its name is shown as it was typed. */
async function addVariant(page: Page): Promise<void> {
  const variants = page.getByRole('region', { name: 'Words and variants' });
  await variants.getByRole('button', { name: 'Edit variant A' }).click();
  await variants.getByLabel('Length').selectOption('short');
  await variants.getByRole('button', { name: 'Save', exact: true }).click();
  await variants.getByRole('button', { name: 'Edit variant A' }).waitFor();
  await variants.getByRole('button', { name: 'Add a variant' }).click();
  await variants.getByLabel('Name of variant B').fill('<i>Warm</i>');
  await variants.getByLabel('Tone').selectOption('casual');
  const shown = variants.getByRole('region', { name: 'As they would be read' });
  // In the language of whoever is shown.
  await shown.getByText(/Hello |สวัสดี/).waitFor();
  expect(await barriers(page)).toEqual([]);
  await variants.getByRole('button', { name: 'Save', exact: true }).click();
  await variants.getByRole('button', { name: 'Edit variant B' }).waitFor();
  await variants.getByText('<i>Warm</i>').waitFor();
}

const newestCampaign = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/v1/campaigns?limit=1');
    const { campaigns } = (await answer.json()) as { campaigns: { id: string }[] };
    return campaigns[0]!.id;
  });
