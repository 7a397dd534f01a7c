import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { AddressForm } from './address-form.tsx';
import { ImportResults } from './import-results.tsx';
import { OtherWays } from './other-ways.tsx';
import { useImport } from './use-import.ts';
import './add-show.css';

export interface AddShowDialogProps {
  /** Filled in, for the user to confirm. */
  readonly address: string;
  /** A list that was dropped on the window; read at once, its shows are what the user asked for by dropping it. */
  readonly opml: Uint8Array<ArrayBuffer> | null;
  readonly onClose: () => void;
  readonly onShow: (podcastId: string) => void;
  readonly onImported: () => void;
}

/** Adds shows: by address, from a list, or the sample. */
export function AddShowDialog({ address, opml, onClose, onShow, onImported }: AddShowDialogProps) {
  const { t } = useTranslation();
  const list = useImport();
  const [isBusy, setBusy] = useState(false);
  const { takeBytes } = list;
  useEffect(() => {
    if (opml !== null) void takeBytes(opml);
  }, [opml, takeBytes]);
  const isImporting = list.state.kind !== 'idle';
  return (
    <Dialog
      open
      title={isImporting ? t('import.title') : t('add.title')}
      closeLabel={t('common.close')}
      onClose={() => {
        list.stop();
        onClose();
      }}
    >
      {isImporting ? (
        <ImportResults state={list.state} onStop={list.stop} onDone={onImported} />
      ) : (
        <>
          <AddressForm address={address} onBusy={setBusy} onShow={onShow} />
          <OtherWays
            isDisabled={isBusy}
            error={list.error}
            onImport={() => void list.choose()}
            onShow={onShow}
          />
        </>
      )}
    </Dialog>
  );
}
