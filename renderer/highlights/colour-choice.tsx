import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightColour } from '../../core/highlights/highlight.ts';
import { highlightColours } from '../../core/highlights/highlight.ts';
import './highlights.css';

interface ColourChoiceProps {
  readonly value: HighlightColour;
  readonly onChange: (colour: HighlightColour) => void;
}

/** One of the colours of highlights. */
export function ColourChoice({ value, onChange }: ColourChoiceProps): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div className="mark-colours" role="radiogroup" aria-label={t('highlights.colour')}>
      {highlightColours.map((colour) => (
        <label key={colour} title={t(`highlights.colours.${colour}`)}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            aria-label={t(`highlights.colours.${colour}`)}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <span className="mark-swatch" data-colour={colour} />
        </label>
      ))}
    </div>
  );
}
