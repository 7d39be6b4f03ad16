// What is estimated while an audience is built, and counted when it rests; and why somebody is in it.
import type { Page } from 'playwright-core';

const ASKED = /\/targeting\/audience(\/reach)?$/;

/** A workspace of this size is never estimated: what the server says first is made an estimate, and stays until seen. */
export async function seeEstimates(page: Page): Promise<void> {
  const seen = Promise.withResolvers<void>();
  await page.route(ASKED, async (route) => {
    if (route.request().postDataJSON().isExact) return seen.promise.then(() => route.continue());
    const response = await route.fetch();
    const answer = await response.json();
    if (!answer.count) return route.fulfill({ response, json: { ...answer, isExact: false } });
    const count = { ...answer.count, value: answer.count.value - 7, isExact: false };
    return route.fulfill({ response, json: { ...answer, count } });
  });
  await page.reload();
  const about = page.getByText(/^about \d+ customers$/);
  const estimated = Number((await about.textContent())?.replace(/\D/g, ''));
  seen.resolve();
  await page.getByText(`${estimated + 7} customers`, { exact: true }).waitFor();
  const reach = page.getByRole('region', { name: 'How many' });
  await reach.getByText(/^about \d+ customers can be written to/).waitFor();
  await reach.getByRole('button', { name: 'count exactly' }).click();
  await reach.getByText(/^\d+ customers can be written to/).waitFor();
  await reach.getByRole('button', { name: 'Marketing' }).click();
  await reach.getByText(/^E-mail: \d+ of \d+ with an address; .*\d+ without consent/).waitFor();
  await page.unroute(ASKED);
  await page.getByLabel('A customer: why in, or why not').fill('Hilton');
  await page.getByRole('button', { name: 'Why?' }).click();
  await page
    .getByText(/is in: /)
    .first()
    .waitFor();
}
