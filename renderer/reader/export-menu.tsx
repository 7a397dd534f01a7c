import { BookOpen, Braces, Captions, Code, FileText, Hash, Printer, Share } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { canBeSavedAs } from '../../core/export/export-format.ts';
import type { TextFormat } from '../../core/export/export-format.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Export } from './use-export.ts';

const documents = ['markdown', 'text', 'html'] as const;
const timed = ['vtt', 'srt', 'json'] as const;

const icons: Readonly<Record<TextFormat, ReactNode>> = {
  markdown: <Hash />,
  text: <FileText />,
  html: <Code />,
  vtt: <Captions />,
  srt: <Captions />,
  json: <Braces />,
};

interface ExportMenuProps {
  readonly transcript: Transcript;
  readonly sending: Export;
}

/** The text as a file, as a book, or on paper. */
export function ExportMenu({ transcript, sending }: ExportMenuProps): ReactNode {
  const { t } = useTranslation();
  const label = t('reader.export');
  if (sending.isBinding) {
    return (
      <span className="reader-binding">
        <span role="status">{t('reader.bookSaving')}</span>
        <Button onClick={sending.cancelBook}>{t('common.cancel')}</Button>
      </span>
    );
  }
  const item = (format: TextFormat): MenuItem => ({
    label: t(`reader.exportAs.${format}`),
    icon: icons[format],
    onSelect: () => sending.save(format),
  });
  const items: MenuItem[] = [
    ...documents.map(item),
    { label: t('reader.exportAs.epub'), icon: <BookOpen />, onSelect: sending.saveBook },
    ...timed.filter((format) => canBeSavedAs(format, transcript)).map(item),
    { label: t('reader.print'), icon: <Printer />, hint: 'Ctrl+P', onSelect: sending.print },
  ];
  const trigger = (
    <IconButton label={label} size="small">
      <Share />
    </IconButton>
  );
  return <Menu label={label} items={items} trigger={trigger} />;
}
