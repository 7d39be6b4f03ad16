import type { AudiencePart, PreviewPart } from '../core/parts.ts';

/** What a model may know of an audience: counts, the filter's words, and notes made of dates and counts. */
export const audienceSummary = (part: AudiencePart) => ({
  total: part.total,
  reachable: part.reachable,
  recipients: part.recipients,
  ...(part.estimated ? { estimatedFrom: part.estimated.customers } : { excluded: part.excluded.length }),
  unknown: part.unknown,
  words: part.words,
  notes: part.notes,
});

export const previewSummary = (part: PreviewPart) => ({
  channels: part.counts,
  ...(part.checked ? { checked: part.checked } : {}),
  findings: {
    errors: part.findings.filter((finding) => finding.severity === 'error').length,
    warnings: part.findings.filter((finding) => finding.severity === 'warning').length,
  },
});
