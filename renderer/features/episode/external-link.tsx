import type { ReactNode } from 'react';
import { openExternal } from '../../settings/system.ts';

interface ExternalLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Opens in the system's browser; the window itself never leaves the app. */
export function ExternalLink({ href, className, children }: ExternalLinkProps): ReactNode {
  return (
    <a
      href={href}
      className={className}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        void openExternal(href);
      }}
    >
      {children}
    </a>
  );
}
