import { useState } from 'react';
import { t } from '../words/t.ts';

/** A link to the conversation that everybody of the workspace may open, copied. */
export function Share({ threadId }: { threadId: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const link = `${location.origin}${location.pathname}#/chat/${threadId}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setSaid(t('Copied: everybody of your workspace can open it.')),
      () => setSaid(link),
    );
  return (
    <p className="flex flex-wrap items-center justify-end gap-2 px-3 pt-2 text-xs sm:px-4">
      <span role="status" className="quiet wrap-anywhere">
        {said}
      </span>
      <button type="button" className="btn btn-xs" onClick={() => void copy()}>
        {t('Share')}
      </button>
    </p>
  );
}
