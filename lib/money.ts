/** `minor` counts the currency's smallest unit (satang, cent; yen itself). */
export type Money = { minor: number; currency: string };

// Making a formatter costs far more than using it, and a campaign formats thousands of amounts.
const digitsOf = new Map<string, number>();
const formatters = new Map<string, Intl.NumberFormat>();

function digits(currency: string): number {
  const known =
    digitsOf.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2;
  digitsOf.set(currency, known);
  return known;
}

function numberFormat(locale: string, fraction: number): Intl.NumberFormat {
  const key = `${locale} ${fraction}`;
  const known =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction });
  formatters.set(key, known);
  return known;
}

export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** digits(currency));
export const toMajor = ({ minor, currency }: Money): number => minor / 10 ** digits(currency);

/** "THB 48,000", decimals only where there are any. */
export const formatMoney = (money: Money, locale = 'en'): string =>
  `${money.currency} ${formatAmount(money, locale)}`;

/** The number alone. */
export function formatAmount(money: Money, locale = 'en'): string {
  const amount = toMajor(money);
  const fraction = Number.isInteger(amount) ? 0 : digits(money.currency);
  return numberFormat(locale, fraction).format(amount);
}
