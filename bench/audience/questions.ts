// What people ask, each beside the statement that somebody who knows the tables would write for it by hand.
import type { Filter } from '../../core/audience/filter.ts';

/** `bare` counts for the tenant $1, in a session that no policy binds; today is 21 November 2026 in Bangkok. */
export type Question = { name: string; filter: Filter; bare: string };

const is = (field: string, ...values: string[]): Filter => ({ op: 'in', field, values });
const count = (where: string) =>
  `select count(*)::int from customer_facts f where f.tenant_id = $1 and f.status = 'active' and ${where}`;
const OCTOBER: Filter = { op: 'between', field: 'contract_end', from: '2027-10-01', to: '2027-10-31' };
const EUROPE =
  "'AX','AL','AD','AT','BY','BE','BA','BG','HR','CZ','DK','EE','FO','FI','FR','DE','GI','GR','GG','HU','IS','IE','IM','IT','JE','LV','LI','LT','LU','MK','MT','MD','MC','ME','NL','NO','PL','PT','RO','RU','SM','RS','SK','SI','ES','SJ','SE','CH','UA','GB','VA','XK','CY'";

export const QUESTIONS: readonly Question[] = [
  // What asking costs before anybody is counted: the request, who asks, the workspace, its fields, the words.
  {
    name: 'a city where nobody is',
    filter: is('city', 'Nowhere'),
    bare: count("f.city = 'nowhere'"),
  },
  { name: 'a city', filter: is('city', 'City 3'), bare: count("f.city = 'city 3'") },
  { name: 'a country', filter: is('country', 'VN'), bare: count("f.country = 'VN'") },
  {
    name: 'a brand expiring in October',
    filter: { all: [is('brand', 'Hilton'), OCTOBER] },
    bare: count(`f.brand_id in (select b.id from brands b where b.tenant_id = $1
      and (b.name = 'Hilton' or b.parent_id in (select p.id from brands p where p.name = 'Hilton')))
      and f.ends_on between '2027-10-01' and '2027-10-31'`),
  },
  {
    name: 'a country expiring in October',
    filter: { all: [is('country', 'VN'), OCTOBER] },
    bare: count("f.country = 'VN' and f.ends_on between '2027-10-01' and '2027-10-31'"),
  },
  {
    name: 'ordered last within a month',
    filter: { op: 'between', field: 'last_order', from: 'today-30d', to: null },
    bare: count("f.last_order_at >= '2026-10-21T17:00:00Z'"),
  },
  {
    name: 'large ones in Europe',
    filter: { all: [is('region', 'Europe'), is('size', 'enterprise')] },
    bare: count(`f.country in (${EUROPE}) and f.unit_count >= 11`),
  },
  {
    name: 'a field of their own',
    filter: is('platform', 'Beat Breeze'),
    bare: count("f.texts ->> 'platform' = 'beat breeze'"),
  },
  { name: 'a tag', filter: is('tag', 'VIP'), bare: count("f.tags && array['vip']") },
  {
    name: 'part of a name',
    filter: { op: 'contains', field: 'name', text: 'Andaman' },
    bare: count("position('andaman' in f.name) > 0"),
  },
  {
    name: 'ordered within a month',
    filter: { op: 'did', field: 'ordered', from: 'today-30d', to: 'today' },
    bare: count(`exists (select 1 from activities a where a.tenant_id = $1 and a.customer_id = f.customer_id
      and a.kind = 'order' and a.at >= '2026-10-21T17:00:00Z' and a.at < '2026-11-21T17:00:00Z')`),
  },
  {
    name: 'lapsed contracts',
    filter: is('contract_status', 'lapsed'),
    bare: count(`f.contract = 'active' and f.ends_on < '2026-11-21' and not coalesce(f.covered @> date '2026-11-21', false)
      and not coalesce(f.starts_on > '2026-11-21', false)`),
  },
  { name: 'everybody', filter: { all: [] }, bare: count('true') },
];
