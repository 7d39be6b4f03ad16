/** `minor` counts the currency's smallest unit (satang, cent; yen itself). */
export type Money = { minor: number; currency: string };

const digits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** digits(currency));
export const toMajor = ({ minor, currency }: Money): number => minor / 10 ** digits(currency);

/** "THB 48,000", decimals only where there are any. */
export function formatMoney(money: Money, locale = 'en'): string {
  const amount = toMajor(money);
  const fraction = Number.isInteger(amount) ? 0 : digits(money.currency);
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  return `${money.currency} ${number.format(amount)}`;
}
