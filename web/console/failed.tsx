import { Component, type ReactNode } from 'react';
import { Problem } from './cards/card.tsx';
import { t } from './words/t.ts';

/** A page that breaks, or that cannot be fetched any more, says so; the others go on. */
export class Failed extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="mx-auto w-full max-w-3xl p-4">
        <Problem words={t('This page could not be shown.')} onRetry={() => location.reload()} />
      </div>
    );
  }
}
