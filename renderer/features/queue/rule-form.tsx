import { useTranslation } from 'react-i18next';
import type { EpisodeCondition, EpisodeRule, RuleOrder } from '../../../core/playback/episode-rule.ts';
import { episodeConditions, ruleOrders } from '../../../core/playback/episode-rule.ts';
import { withoutUndefined } from '../../../core/feed/without-undefined.ts';
import { listPodcasts } from '../../library/podcasts.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { NumberField } from './number-field.tsx';
import '../../ui/field.css';

export interface RuleFormProps {
  readonly rule: EpisodeRule;
  readonly onChange: (rule: EpisodeRule) => void;
}

const minuteMs = 60_000;

/** What a list that fills itself holds: shows, state, text, category, length and age; and its order. */
export function RuleForm({ rule, onChange }: RuleFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <Conditions rule={rule} onChange={onChange} />
      <Shows rule={rule} onChange={onChange} />
      <div className="playlist-row">
        <label className="playlist-field">
          <span>{t('playlist.text')}</span>
          <input
            type="text"
            className="field"
            maxLength={200}
            value={rule.text ?? ''}
            onChange={(event) => onChange(changeOf(rule, { text: event.target.value || undefined }))}
          />
        </label>
        <Category rule={rule} onChange={onChange} />
      </div>
      <div className="playlist-row">
        <NumberField
          label={t('playlist.atLeast')}
          value={inMinutes(rule.minimumMs)}
          onChange={(minutes) => onChange(changeOf(rule, { minimumMs: inMs(minutes) }))}
        />
        <NumberField
          label={t('playlist.atMost')}
          value={inMinutes(rule.maximumMs)}
          onChange={(minutes) => onChange(changeOf(rule, { maximumMs: inMs(minutes) }))}
        />
        <NumberField
          label={t('playlist.withinDays')}
          value={rule.withinDays}
          onChange={(days) => onChange(changeOf(rule, { withinDays: days }))}
        />
      </div>
      <div className="playlist-field">
        <span>{t('playlist.order')}</span>
        <Select<RuleOrder>
          label={t('playlist.order')}
          value={rule.order}
          options={ruleOrders.map((order) => ({ value: order, label: t(`playlist.${order}`) }))}
          onChange={(order) => onChange({ ...rule, order })}
        />
      </div>
    </>
  );
}

function Conditions({ rule, onChange }: RuleFormProps) {
  const { t } = useTranslation();
  const chosen = rule.conditions ?? [];
  const toggle = (condition: EpisodeCondition) =>
    onChange({ ...rule, conditions: toggled(chosen, condition) });
  return (
    <fieldset>
      <legend>{t('playlist.conditions')}</legend>
      {episodeConditions.map((condition) => (
        <label key={condition}>
          <Checkbox checked={chosen.includes(condition)} onChange={() => toggle(condition)} />
          {t(`playlist.condition.${condition}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Shows({ rule, onChange }: RuleFormProps) {
  const { t } = useTranslation();
  const podcasts = useLiveQuery('podcasts', listPodcasts) ?? [];
  const chosen = rule.podcastIds ?? [];
  if (podcasts.length < 2) return null;
  return (
    <fieldset className="playlist-shows">
      <legend>{t('playlist.shows')}</legend>
      {podcasts.map(({ id, title }) => (
        <label key={id}>
          <Checkbox
            checked={chosen.includes(id)}
            onChange={() => onChange({ ...rule, podcastIds: toggled(chosen, id) })}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

function Category({ rule, onChange }: RuleFormProps) {
  const { t } = useTranslation();
  const podcasts = useLiveQuery('podcasts', listPodcasts) ?? [];
  const ofShows = podcasts.flatMap(({ categories }) => categories);
  const known = new Set(rule.category === undefined ? ofShows : [rule.category, ...ofShows]);
  return (
    <div className="playlist-field">
      <span>{t('playlist.category')}</span>
      <Select<string | undefined>
        label={t('playlist.category')}
        value={rule.category}
        options={[
          { value: undefined, label: t('playlist.anyCategory') },
          ...[...known].toSorted().map((category) => ({ value: category, label: category })),
        ]}
        onChange={(category) => onChange(changeOf(rule, { category }))}
      />
    </div>
  );
}

/** Without a value a part goes: a rule says only what it asks for. */
function changeOf(rule: EpisodeRule, parts: { [Name in keyof EpisodeRule]?: EpisodeRule[Name] | undefined }) {
  return withoutUndefined({ ...rule, ...parts }) as EpisodeRule;
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function inMinutes(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / minuteMs;
}

function inMs(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : minutes * minuteMs;
}
