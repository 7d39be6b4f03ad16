import type { VariantPart, VariantReport } from '../../../core/reports/report-variants.ts';
import { joinWords, plural } from '../../../lib/text.ts';

const DID = {
  converted: 'became orders or renewals',
  replied: 'answered',
  clicked: 'clicked',
  read: 'read it',
};

/** " By variant: 3 of 40 who got A answered (8 %, 3 to 20 %) and 9 of 41 who got B … The difference may be chance: …" */
export function sayVariants(report: VariantReport | undefined): string {
  if (!report) return '';
  const newest = Math.max(...report.parts.map(({ version }) => version));
  const parts = report.parts.filter(({ version }) => version === newest);
  const { judged } = report;
  if (!judged) {
    const sent = parts.map((part) => `${called(part)} went to ${plural(part.submitted, 'recipient')}`);
    return ` By variant: ${joinWords(sent)}; nothing came of them yet to compare.`;
  }
  const { by, ahead } = judged;
  const shares = parts.map(
    (part) => `${part[by]} of ${part.submitted} who got ${called(part)} ${DID[by]}${range(part, by)}`,
  );
  const verdict = ahead
    ? `${ahead} did better than the others with 95 % confidence.`
    : 'The difference may be chance: the ranges overlap.';
  return ` By variant: ${joinWords(shares)}. ${verdict}`;
}

function range({ rates }: VariantPart, by: keyof typeof DID): string {
  const rate = rates?.[by];
  return rate ? ` (${percent(rate.share)} %, ${percent(rate.low)} to ${percent(rate.high)} %)` : '';
}

const called = ({ variant, name }: VariantPart): string => (name ? `${variant} “${name}”` : variant);
const percent = (share: number): number => Math.round(share * 100);
