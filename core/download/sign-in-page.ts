/** Hosts in a row that a network must lead to one page before that page counts as its sign-in. */
const hostsInARow = 3;

/** The redirects that ended in a page in the place of audio, since the last audio. */
export interface SignInTrail {
  /** Where they led; null at the beginning. */
  readonly place: string | null;
  /** The hosts asked for that led there. */
  readonly hosts: ReadonlySet<string>;
}

export const noTrail: SignInTrail = { place: null, hosts: new Set() };

/** A page came in the place of what `url` names; it was at `finalUrl` in the end. A page of the host itself is no trail. */
export function followTrail(trail: SignInTrail, page: { url: string; finalUrl: string }): SignInTrail {
  const asked = addressOf(page.url);
  const came = addressOf(page.finalUrl);
  if (asked === null || came === null || asked.host === came.host) return trail;
  const place = came.host + came.pathname;
  const before = trail.place === place ? trail.hosts : [];
  return { place, hosts: new Set([...before, asked.host]) };
}

/** Whether it leads to the sign-in page of a hotel or a train: hosts that have nothing to do with each other all end there. */
export function isSignIn({ hosts }: SignInTrail): boolean {
  return hosts.size >= hostsInARow;
}

function addressOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
