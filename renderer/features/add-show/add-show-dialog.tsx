import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpmlList } from '../../library/import-opml.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AddressForm } from './address-form.tsx';
import { ImportResults } from './import-results.tsx';
import { OtherWays } from './other-ways.tsx';
import { useImport } from './use-import.ts';
import './add-show.css';

export interface AddShowDialogProps {
  /** Filled in, for the user to confirm. */
  readonly address: string;
  /** A list the user chose or dropped on the window: its shows are added at once, that is what was asked for. */
  readonly list: OpmlList | null;
  readonly onClose: () => void;
  readonly onShow: (podcastId: string) => void;
  readonly onImported: () => void;
}

/** Adds shows: by address, from a list, or the sample. */
export function AddShowDialog({ address, list: given, onClose, onShow, onImported }: AddShowDialogProps) {
  const { t } = useTranslation();
  const list = useImport();
  const [isBusy, setBusy] = useState(false);
  const { bring } = list;
  useEffect(() => {
    if (given !== null) void bring(given);
  }, [given, bring]);
  const isImporting = given !== null || list.state.kind !== 'idle';
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
