import { describeMainJob } from './main-job.ts';
import { PHONE } from './open-browser.ts';

describeMainJob({ name: 'a phone of 360 pixels', options: PHONE, axe: false });
