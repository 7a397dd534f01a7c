import { nativeImage, Notification } from 'electron';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
  /** File of a picture to show beside. */
  readonly picture?: string;
}

/** Held until they are clicked or closed: a notification nobody holds loses its click. */
const standing = new Set<Notification>();

/** Shows a notification where the system has a place for one. Plain text on every system. */
export function notify({ title, body, picture }: NotificationText, clicked: () => void): void {
  if (!Notification.isSupported()) return;
  const icon = picture === undefined ? null : nativeImage.createFromPath(picture);
  const notification = new Notification({ title, body, ...(icon?.isEmpty() === false && { icon }) });
  const forget = (): void => void standing.delete(notification);
  standing.add(notification);
  notification.on('click', () => {
    forget();
    clicked();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}
