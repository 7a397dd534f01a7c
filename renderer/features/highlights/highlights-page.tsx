import { Highlighter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';

export function HighlightsPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1 className="page-title">{t('highlights.title')}</h1>
      <EmptyState icon={<Highlighter />} title={t('highlights.empty')} text={t('highlights.emptyText')} />
    </div>
  );
}
