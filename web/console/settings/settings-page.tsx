import { useMe } from '../me.ts';
import { Frame } from '../pages/page.tsx';
import { t } from '../words/t.ts';
import { Accounts } from './accounts.tsx';
import { ApprovalPolicy } from './approval-policy.tsx';
import { AuditLog } from './audit-log.tsx';
import { Fields } from './fields.tsx';
import { OwnTypes } from './own-types.tsx';
import { People } from './people.tsx';
import { Pictures } from './pictures.tsx';
import { RenewalOffers } from './renewal-offers.tsx';
import { ReplyRules } from './reply-rules.tsx';
import { Rules } from './rules.tsx';
import { Surfaces } from './surfaces.tsx';
import { Tokens } from './tokens.tsx';
import { VoiceSettings } from './voice.tsx';
import { WebhookEndpoints } from './webhook-endpoints.tsx';
import { WidgetSettings } from './widget.tsx';
import { Workspace } from './workspace.tsx';
import { You } from './you.tsx';

const SECTIONS = {
  people: t('People'),
  you: t('You'),
  channels: t('Channels'),
  apps: t('Chat apps'),
  rules: t('Rules'),
  approval: t('Approval'),
  replies: t('Replies'),
  content: t('Campaign types'),
  voice: t('Voice'),
  pictures: t('Pictures'),
  fields: t('Fields'),
  widget: t('Widget'),
  webhooks: t('Webhooks'),
  workspace: t('Workspace'),
  log: t('Log'),
} as const;
type Section = keyof typeof SECTIONS;

export default function SettingsPage({ section = 'people' }: { section: string | undefined }) {
  const { workspace } = useMe();
  const current = section in SECTIONS ? (section as Section) : 'people';
  return (
    <Frame title={t('Settings')} hint={`${workspace.name}, ${workspace.timeZone}`}>
      <nav aria-label={t('Settings')} className="mb-4 flex flex-wrap gap-2">
        {Object.entries(SECTIONS).map(([key, words]) => (
          <a
            key={key}
            href={`#/settings/${key}`}
            className={`btn btn-sm ${key === current ? 'btn-primary' : ''}`}
            aria-current={key === current ? 'page' : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      {current === 'people' && (
        <>
          <People />
          <Tokens />
        </>
      )}
      {current === 'you' && <You />}
      {current === 'channels' && <Accounts />}
      {current === 'apps' && <Surfaces />}
      {current === 'rules' && <Rules />}
      {current === 'approval' && <ApprovalPolicy />}
      {current === 'replies' && <ReplyRules />}
      {current === 'content' && (
        <>
          <OwnTypes />
          <RenewalOffers />
        </>
      )}
      {current === 'voice' && <VoiceSettings />}
      {current === 'pictures' && <Pictures />}
      {current === 'fields' && <Fields />}
      {current === 'widget' && <WidgetSettings />}
      {current === 'webhooks' && <WebhookEndpoints />}
      {current === 'workspace' && <Workspace />}
      {current === 'log' && <AuditLog />}
    </Frame>
  );
}
