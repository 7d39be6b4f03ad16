// What an account of the Cloud API is set up with, for its tests.
export const LIMITS = [{ perMs: 1000, max: 1 }];
export const SETTINGS = {
  phoneNumberId: '106540352242922',
  accessToken: 'token',
  appSecret: 'app secret',
  verifyToken: 'chosen by us',
  apiVersion: 'v23.0',
  timeoutMs: 1000,
};
