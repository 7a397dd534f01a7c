import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import './shortcuts-dialog.css';

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly label: string }[];
}

export interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly groups: readonly ShortcutGroup[];
  readonly onClose: () => void;
}

/** Every key of the window at a glance. */
export function ShortcutsDialog({ open, groups, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} wide title={t('shortcuts.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ label, keys }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
