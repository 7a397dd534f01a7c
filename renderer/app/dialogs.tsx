import { navigate } from 'wouter/use-hash-location';
import { useTranslation } from 'react-i18next';
import { later } from './later.tsx';
import { shortcutGroups } from './shortcut-groups.ts';
import { closeAddShow, showImportAudio, showShortcuts, useWindowState } from './window-state.ts';

const AddShowDialog = later((rest) => rest.AddShowDialog);
const AddToPlaylistDialog = later((rest) => rest.AddToPlaylistDialog);
const BookmarkDialog = later((rest) => rest.BookmarkDialog);
const ImportAudioDialog = later((rest) => rest.ImportAudioDialog);
const ShortcutsDialog = later((rest) => rest.ShortcutsDialog);

/** The dialogs that open over any screen. */
export function Dialogs() {
  const { t } = useTranslation();
  const { addShow, importAudio, shortcutsOpen } = useWindowState();
  const leaveTo = (path: string) => {
    closeAddShow();
    navigate(path);
  };
  return (
    <>
      {addShow !== null && (
        <AddShowDialog
          address={addShow.address}
          list={addShow.list}
          offer={addShow.offer}
          turn={addShow.turn}
          onClose={closeAddShow}
          onShow={(podcastId) => leaveTo(`/show/${podcastId}`)}
          onImported={() => leaveTo('/shows')}
        />
      )}
      {importAudio !== null && (
        <ImportAudioDialog offer={importAudio} onClose={() => showImportAudio(null)} />
      )}
      <AddToPlaylistDialog />
      <BookmarkDialog />
      <ShortcutsDialog open={shortcutsOpen} groups={shortcutGroups(t)} onClose={() => showShortcuts(false)} />
    </>
  );
}
