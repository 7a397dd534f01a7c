import { useState } from 'react';

const key = 'player-shows-remaining';

/** Whether the right-hand time counts down; kept between starts. */
export function useShowsRemaining(): [boolean, () => void] {
  const [value, setValue] = useState(() => localStorage.getItem(key) === 'true');
  const toggle = () => {
    localStorage.setItem(key, String(!value));
    setValue(!value);
  };
  return [value, toggle];
}
