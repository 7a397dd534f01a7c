import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readProxyAddress } from '../../../core/network/read-proxy-address.ts';
import type { ProxyAddressFault } from '../../../core/network/read-proxy-address.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { changeAndTell } from './change-and-tell.ts';
import { Setting, SettingGroup } from './setting.tsx';
import '../../ui/field.css';

/** How Earmark gets out of the network. */
export function NetworkSettings() {
  const { t } = useTranslation();
  const network = useSettings((settings) => settings.network);
  const [isWriting, setWriting] = useState(false);
  const shown = isWriting ? 'manual' : network.proxy;
  const change = (patch: Partial<Settings['network']>) =>
    void changeAndTell({ network: { ...network, ...patch } });
  const choose = (proxy: Settings['network']['proxy']) => {
    const isComplete = proxy !== 'manual' || readProxyAddress(network.proxyAddress).ok;
    // Until there is an address everything stays as it was: half a setting would cut Earmark off.
    setWriting(!isComplete);
    if (isComplete) change({ proxy });
  };
  return (
    <SettingGroup title={t('settings.network')}>
      <Setting label={t('settings.proxy')} text={t(`settings.proxyText.${shown}`)}>
        <Choice
          label={t('settings.proxy')}
          value={shown}
          options={[
            { value: 'system', label: t('settings.proxySystem') },
            { value: 'none', label: t('settings.proxyNone') },
            { value: 'manual', label: t('settings.proxyManual') },
          ]}
          onChange={choose}
        />
      </Setting>
      {shown === 'manual' && (
        <ProxyAddress
          address={network.proxyAddress}
          isUsed={network.proxy === 'manual'}
          onUse={(proxyAddress) => {
            setWriting(false);
            change({ proxy: 'manual', proxyAddress });
          }}
        />
      )}
    </SettingGroup>
  );
}

interface ProxyAddressProps {
  readonly address: string;
  /** Whether connections go through `address` now. */
  readonly isUsed: boolean;
  readonly onUse: (address: string) => void;
}

/** Taken over by Enter or the button, when it can be read. */
function ProxyAddress({ address, isUsed, onUse }: ProxyAddressProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(address);
  const [fault, setFault] = useState<ProxyAddressFault | null>(null);
  const sayingId = useId();
  const inUse = isUsed && written.trim() === address;
  const use = () => {
    const read = readProxyAddress(written);
    setFault(read.ok ? null : read.error);
    if (read.ok) onUse(written.trim());
  };
  return (
    <Setting label={t('settings.proxyAddress')} text={t('settings.proxyAddressText')}>
      <form
        className="setting-form"
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <input
          className="field"
          aria-label={t('settings.proxyAddress')}
          aria-invalid={fault !== null}
          aria-describedby={sayingId}
          spellCheck={false}
          autoFocus={!isUsed}
          value={written}
          onChange={(event) => {
            setWritten(event.target.value);
            setFault(null);
          }}
        />
        <Button type="submit" disabled={inUse}>
          {t('settings.proxyUse')}
        </Button>
        <p id={sayingId} role="status">
          {fault !== null ? t(`settings.proxyFault.${fault}`) : inUse ? t('settings.proxyUsed') : ''}
        </p>
      </form>
    </Setting>
  );
}
