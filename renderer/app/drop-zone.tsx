import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDroppedAudio } from './open-import-audio.ts';
import { openDropped } from './open-import.ts';
import './drop-zone.css';

/** Takes audio files or an OPML file dropped anywhere in the window; they only open a dialog. Anything else dropped does nothing. */
export function DropZone() {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes('Files') === true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const list = files.find(({ name }) => /\.(opml|xml)$/i.test(name));
      if (!openDroppedAudio(files) && list !== undefined) void openDropped(list);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? (
    <div className="drop-zone">
      <FileDown />
      {t('import.drop')}
    </div>
  ) : null;
}
