import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

interface SourceLineProps {
  readonly text: string;
  readonly children?: ReactNode;
}

/** Where the words come from, in a line. */
export function SourceLine({ text, children }: SourceLineProps): ReactNode {
  return (
    <div className="source-line">
      <FileText aria-hidden="true" />
      <span className="source-words" title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}
