import { UnknownMessages } from '../report/unknown-messages.tsx';
import { t } from '../words/t.ts';
import { Frame } from './page.tsx';

/** Every message of which nobody can tell whether it went out, whatever its campaign: a person says which. */
export const UnknownPage = () => (
  <Frame
    title={t('Messages that nobody can tell of')}
    hint={
      <a className="link" href="#/campaigns">
        {t('All campaigns')}
      </a>
    }
  >
    <UnknownMessages saysNone />
  </Frame>
);
