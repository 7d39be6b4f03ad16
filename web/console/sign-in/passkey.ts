import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { ApiError } from '../api.ts';
import { t } from '../words/t.ts';

type Signing = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type Making = Parameters<typeof startRegistration>[0]['optionsJSON'];

export type { Making, Signing };

export const signWithPasskey = (optionsJSON: Signing) => startAuthentication({ optionsJSON }).catch(notGiven);
export const makePasskey = (optionsJSON: Making) => startRegistration({ optionsJSON }).catch(notGiven);

/** The person closed the browser's question, waited too long, or this device has none: the browser does not say which. */
function notGiven(): never {
  throw new ApiError({
    code: 'passkey:none',
    message: t('No passkey came from this device.'),
    nextStep: t('Try again, or take another way.'),
  });
}
