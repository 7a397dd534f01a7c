import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpmlList } from '../../library/import-opml.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AddressForm } from './address-form.tsx';
import { ImportOffer } from './import-offer.tsx';
import { ImportResults } from './import-results.tsx';
import { OtherWays } from './other-ways.tsx';
import { useImport } from './use-import.ts';
import './add-show.css';

export interface AddShowDialogProps {
  /** Filled in, for the user to confirm. */
  readonly address: string;
  /** A list the user chose or dropped on the window: its shows are added at once, that is what was asked for. */
  readonly list: OpmlList | null;
  /** A list the system handed over: its shows are added once the user says so. */
  readonly offer: OpmlList | null;
  /** Another number means another request: what the last one left in the dialog makes room. */
  readonly turn: number;
  readonly onClose: () => void;
  readonly onShow: (podcastId: string) => void;
  readonly onImported: () => void;
}

/** Adds shows: by address, from a list, or the sample. */
export function AddShowDialog(props: AddShowDialogProps) {
  const { address, list: given, offer, turn, onClose, onShow, onImported } = props;
  const { t } = useTranslation();
  const list = useImport();
  const [isBusy, setBusy] = useState(false);
  const { bring, clear } = list;
  useEffect(() => {
    if (given === null) clear();
    else void bring(given);
  }, [turn, given, bring, clear]);
  const isImporting = given !== null || list.state.kind !== 'idle';
  return (
    <Dialog
      open
      title={isImporting || offer !== null ? t('import.title') : t('add.title')}
      closeLabel={t('common.close')}
      onClose={() => {
        list.stop();
        onClose();
      }}
    >
      {isImporting ? (
        <ImportResults state={list.state} onStop={list.stop} onDone={onImported} />
      ) : offer !== null ? (
        <ImportOffer list={offer} onImport={() => void bring(offer)} onCancel={onClose} />
      ) : (
        <>
          <AddressForm key={turn} address={address} onBusy={setBusy} onShow={onShow} />
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
