import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { Choice } from './page.tsx';

const KINDS = { campaigns: t('Campaigns'), whatsapp: 'WhatsApp' } as const;
type Kind = keyof typeof KINDS;

/** Campaigns kept to begin others from, and the texts that WhatsApp approves. */
export const TemplateKinds = ({ chosen }: { chosen: Kind }) => (
  <Choice
    label={t('Which templates')}
    of={KINDS}
    chosen={chosen}
    onChoose={(kind) =>
      navigate(kind === 'whatsapp' ? 'campaigns/templates/whatsapp' : 'campaigns/templates')
    }
  />
);
