import './field.css';
import './sign-in-fields.css';

export interface SignInFieldsProps {
  readonly userLabel: string;
  readonly passwordLabel: string;
  readonly user: string;
  readonly password: string;
  readonly onChange: (changed: { readonly user?: string; readonly password?: string }) => void;
}

/** A user name and a password. They are not offered to the browser's own memory: it would keep them elsewhere. */
export function SignInFields({ userLabel, passwordLabel, user, password, onChange }: SignInFieldsProps) {
  return (
    <div className="sign-in-fields">
      <label>
        <span>{userLabel}</span>
        <input
          type="text"
          className="field"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={1000}
          value={user}
          onChange={(event) => onChange({ user: event.target.value })}
        />
      </label>
      <label>
        <span>{passwordLabel}</span>
        <input
          type="password"
          className="field"
          autoComplete="off"
          maxLength={1000}
          value={password}
          onChange={(event) => onChange({ password: event.target.value })}
        />
      </label>
    </div>
  );
}
