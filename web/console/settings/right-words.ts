import type { Capability } from '../../../core/tenants/roles.ts';
import { t } from '../words/t.ts';

/** What each right is for, as it follows "may". */
export const RIGHTS: Record<Capability, string> = {
  read: t('look'),
  draft: t('prepare campaigns'),
  request: t('ask for approval'),
  approve: t('approve campaigns'),
  control: t('pause and stop'),
  reply: t('answer'),
  answer: t('send answers off'),
  import: t('import'),
  export: t('export'),
  unmask: t('see addresses'),
  administer: t('administer'),
};
