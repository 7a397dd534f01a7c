/** What feeds write for yes and no, `itunes:explicit` included (`clean` and `explicit`, `yes`, `true`, `1`). */
export function readYesNo(text: string | undefined): boolean | undefined {
  switch (text?.trim().toLowerCase()) {
    case 'yes':
    case 'true':
    case 'explicit':
    case '1':
      return true;
    case 'no':
    case 'false':
    case 'clean':
    case '0':
      return false;
    default:
      return undefined;
  }
}
