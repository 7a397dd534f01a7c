import i18next from 'i18next';
import { notify } from '../ui/notices.tsx';

/** Says that what plays now is only about where the chosen words may be. */
export function tellApproximate(): void {
  const { t } = i18next;
  notify({ tone: 'info', title: t('reader.approximate'), advice: t('reader.approximateText') });
}
