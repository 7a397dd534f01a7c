/** Address of the show that ships inside the app. */
export const sampleFeedUrl = 'earmark:sample/feed.xml';
