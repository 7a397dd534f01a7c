import type { TFunction } from 'i18next';

export interface Refreshed {
  readonly refreshed: number;
  readonly failed: number;
  readonly offline: number;
}

/** How asking the shows for news went, from the number of shows; one line. */
export function refreshWords(t: TFunction, { refreshed, failed, offline }: Refreshed): string {
  const parts = [
    offline > 0 ? t('status.refreshOffline', { count: offline }) : '',
    failed > 0 ? t('status.refreshFailed', { count: failed }) : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' · ');
  return refreshed > 0 ? t('status.refreshed') : t('status.refreshedNothing');
}
