import type { SyntheticEvent } from 'react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProgressRing } from '../../ui/progress-ring.tsx';
import { SignInFields } from '../../ui/sign-in-fields.tsx';
import { errorWords } from '../../words/error-words.ts';
import { FeedsOfPage } from './feeds-of-page.tsx';
import type { SubscribeState } from './use-subscribe.ts';
import { useSubscribe } from './use-subscribe.ts';
import '../../ui/field.css';

export interface AddressFormProps {
  readonly address: string;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onShow: (podcastId: string) => void;
}

/** One line for an address, and beside it whatever came of it. */
export function AddressForm({ address, onBusy, onShow }: AddressFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(address);
  const [isEmpty, setEmpty] = useState(false);
  const [typed, setTyped] = useState({ user: '', password: '' });
  const { state, asksSignIn, start, cancel, reset } = useSubscribe(onShow);
  const hintId = useId();
  const isWorking = state.kind === 'working';
  useEffect(() => onBusy(isWorking), [onBusy, isWorking]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() !== '' && !isWorking) void start(text.trim(), asksSignIn ? typed : undefined);
  };
  return (
    <form className="address-form" noValidate onSubmit={submit}>
      <label>
        <span>{t('add.address')}</span>
        <input
          type="text"
          className="field"
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={t('add.address')}
          aria-describedby={hintId}
          aria-invalid={isEmpty || state.kind === 'failed'}
          placeholder={t('add.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setEmpty(false);
            if (!isWorking) reset();
          }}
        />
      </label>
      <p id={hintId} className="address-hint">
        {t('add.hint')}
      </p>
      <Outcome state={state} isEmpty={isEmpty} onCancel={cancel} onChoose={(url) => void start(url)} />
      {asksSignIn && (
        <SignInFields
          userLabel={t('signIn.user')}
          passwordLabel={t('signIn.password')}
          {...typed}
          onChange={(changed) => setTyped({ ...typed, ...changed })}
        />
      )}
      <div className="dialog-actions">
        <Button type="submit" tone="main" disabled={isWorking}>
          {t('add.subscribe')}
        </Button>
      </div>
    </form>
  );
}

interface OutcomeProps {
  readonly state: SubscribeState;
  readonly isEmpty: boolean;
  readonly onCancel: () => void;
  readonly onChoose: (url: string) => void;
}

function Outcome({ state, isEmpty, onCancel, onChoose }: OutcomeProps) {
  const { t } = useTranslation();
  if (isEmpty) return <Message tone="failure" title={t('add.empty')} advice={t('add.emptyText')} />;
  if (state.kind === 'failed') return <Message tone="failure" {...errorWords(t, state.error)} />;
  if (state.kind === 'page') return <FeedsOfPage feeds={state.feeds} onChoose={onChoose} />;
  if (state.kind === 'idle' || !state.isSlow) return null;
  return (
    <p className="address-working" role="status">
      <ProgressRing label={t('add.working')} value={null} />
      {t('add.working')}
      {state.mayCancel && (
        <Button tone="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </p>
  );
}
