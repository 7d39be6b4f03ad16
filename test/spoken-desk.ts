// A desk whose service and units have a name in every language that there are letters in.
import { tenantSettings } from '../core/tenants/settings.ts';
import { TEST_DESK } from './write-letter.ts';

export const SPOKEN_SETTINGS = tenantSettings.parse({
  ...TEST_DESK.tenant.settings,
  words: {
    de: { service: 'Musikservice', unit: { one: 'Zone', many: 'Zonen' } },
    th: { service: 'บริการเพลง', unit: { one: 'โซน', many: 'โซน' } },
    ja: { service: 'BGMサービス', unit: { one: 'ゾーン', many: 'ゾーン' } },
    zh: { service: '音乐服务', unit: { one: '区域', many: '区域' } },
    fr: { service: 'service musical', unit: { one: 'zone', many: 'zones' } },
    es: { service: 'servicio de música', unit: { one: 'zona', many: 'zonas' } },
    pt: { service: 'serviço de música', unit: { one: 'zona', many: 'zonas' } },
  },
});
export const SPOKEN_DESK = {
  ...TEST_DESK,
  tenant: { ...TEST_DESK.tenant, settings: SPOKEN_SETTINGS },
};
