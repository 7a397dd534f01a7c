import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import { request } from '../desktop/client.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a broken screen from taking the window, and above all the player, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const message = `${error.stack ?? error.message}\n${info.componentStack ?? ''}`;
    void request('system:report-error', { message: message.slice(0, 8000) });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crashed onRetry={() => this.setState({ failed: false })} />;
  }
}

function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="page">
      <EmptyState icon={<TriangleAlert />} title={t('crash.title')} text={t('crash.text')}>
        <Button tone="main" onClick={onRetry}>
          {t('crash.tryAgain')}
        </Button>
      </EmptyState>
    </div>
  );
}
