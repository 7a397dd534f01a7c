import { useEffect, useState } from 'react';
import { useSettings } from '../settings/settings-store.ts';

export type Theme = 'light' | 'dark';

const query = '(prefers-color-scheme: dark)';

/** The theme in force, put on the root element; follows the setting and the system. */
export function useTheme(): Theme {
  const setting = useSettings((settings) => settings.theme);
  const [systemDark, setSystemDark] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setSystemDark(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  const isDark = setting === 'dark' || (setting === 'system' && systemDark);
  const theme = isDark ? 'dark' : 'light';
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
