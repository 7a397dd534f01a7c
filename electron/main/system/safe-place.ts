import { safeStorage } from 'electron';
import type { SafePlace } from '../credentials/credential-store.ts';

/* eslint-disable @typescript-eslint/no-deprecated -- what takes the place of these calls is missing in Electron 33, which set-up may bring */

/** The keychain of the system. On Linux without one, Electron would encrypt with a key that everybody knows: that is not safe. */
export const systemSafePlace: SafePlace = {
  isSafe: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(bytes),
};
