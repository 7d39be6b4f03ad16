import { lazy } from 'react';
import type { PagePath } from '../header.tsx';
import { ApprovalsPage } from './approvals-page.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { CampaignsPage } from './campaigns-page.tsx';
import { CustomersPage } from './customers-page.tsx';
import { OutboxPage } from './outbox-page.tsx';
import { SegmentPage } from './segment-page.tsx';
import { SegmentsPage } from './segments-page.tsx';
import { UnknownPage } from './unknown-page.tsx';

const CustomerPage = lazy(() => import('../customer/customer-page.tsx'));
const StopsPage = lazy(() => import('../customer/stops-page.tsx'));
const MessageTemplatesPage = lazy(() => import('./message-templates-page.tsx'));
const TemplatesPage = lazy(() => import('./templates-page.tsx'));
const BuilderPage = lazy(() => import('../audience/builder-page.tsx'));
const ImportPage = lazy(() => import('../import/import-page.tsx'));
const ImportRunPage = lazy(() => import('../import/run-page.tsx'));
const ReviewsPage = lazy(() => import('../review/reviews-page.tsx'));
const DeskPage = lazy(() => import('../desk/desk-page.tsx'));
const CallsPage = lazy(() => import('../desk/calls-page.tsx'));
const SettingsPage = lazy(() => import('../settings/settings-page.tsx'));
const BrandsPage = lazy(() => import('../brands/brands-page.tsx'));

type Props = { page: PagePath; id: string | undefined; more: string | undefined };

/** The pages beside the conversation, by their address. */
export default function Pages({ page, id, more }: Props) {
  switch (page) {
    case 'customers':
      if (id === 'import') return more ? <ImportRunPage key={more} id={more} /> : <ImportPage />;
      if (id === 'brands') return <BrandsPage />;
      if (id === 'stops') return <StopsPage />;
      if (id === 'review') return <ReviewsPage />;
      return id ? <CustomerPage key={id} id={id} /> : <CustomersPage />;
    case 'segments':
      if (id === 'new') return <BuilderPage />;
      if (id && more === 'edit') return <BuilderPage key={id} id={id} />;
      return id ? <SegmentPage key={id} id={id} /> : <SegmentsPage />;
    case 'campaigns':
      if (id === 'templates') return more === 'whatsapp' ? <MessageTemplatesPage /> : <TemplatesPage />;
      if (id === 'unknown') return <UnknownPage />;
      return id ? <CampaignPage key={id} id={id} /> : <CampaignsPage />;
    case 'approvals':
      return <ApprovalsPage />;
    case 'outbox':
      return <OutboxPage id={id} />;
    case 'replies':
      return id === 'calls' ? <CallsPage /> : <DeskPage id={id} />;
    case 'settings':
      return <SettingsPage section={id} />;
    case 'chat':
      return null;
  }
}
