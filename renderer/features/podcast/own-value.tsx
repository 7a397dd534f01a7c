import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';

export interface OwnValueProps<Value> {
  readonly label: string;
  readonly text?: string;
  /** `undefined`: as for all shows. */
  readonly own: Value | undefined;
  /** What that is, for all shows. */
  readonly all: Value;
  readonly values: readonly Value[];
  readonly says: (value: Value) => string;
  readonly onChange: (own: Value | undefined) => void;
}

/** A line of the show's settings: as for all shows, which is said, or a value of its own. */
export function OwnValue<Value>(props: OwnValueProps<Value>) {
  const { label, text, own, all, says, onChange } = props;
  const { t } = useTranslation();
  const isListed = own === undefined || props.values.includes(own);
  const values = isListed ? props.values : [own, ...props.values];
  return (
    <div className="show-setting">
      <div>
        <span>{label}</span>
        {text !== undefined && <p>{text}</p>}
      </div>
      <Select<Value | undefined>
        label={label}
        value={own}
        options={[
          { value: undefined, label: t('showSettings.asAll', { value: says(all) }) },
          ...values.map((value) => ({ value, label: says(value) })),
        ]}
        onChange={onChange}
      />
    </div>
  );
}
