import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import { nearestTaker, offerFiles } from '../ui/file-drops.ts';
import { notify } from '../ui/notices.tsx';
import { openDroppedAudio } from './open-import-audio.ts';
import { openDropped } from './open-import.ts';
import './drop-zone.css';

/**
 * Takes files dropped anywhere in the window: what is on the screen first, then audio or a list of shows, which only open a dialog.
 * What nobody can use is said to be so.
 */
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
      const rest = offerFiles([...(event.dataTransfer?.files ?? [])]);
      const list = rest.find(({ name }) => /\.(opml|xml)$/i.test(name));
      if (openDroppedAudio(rest)) return;
      if (list !== undefined) void openDropped(list);
      else if (rest.length > 0) tellUseless(rest);
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
      {nearestTaker()?.invitation ?? t('import.drop')}
    </div>
  ) : null;
}

function tellUseless(files: readonly File[]): void {
  const { t } = i18next;
  const names = files.map(({ name }) => name).join(', ');
  notify({ tone: 'failure', title: t('import.useless', { names }), advice: t('import.uselessText') });
}
