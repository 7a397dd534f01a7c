/** What panels and tools are told they may call and read. */
export const mprisIntrospection = `<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node>
  <interface name="org.freedesktop.DBus.Properties">
    <method name="Get"><arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="out" type="v"/></method>
    <method name="GetAll"><arg direction="in" type="s"/><arg direction="out" type="a{sv}"/></method>
    <method name="Set"><arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="v"/></method>
    <signal name="PropertiesChanged"><arg type="s"/><arg type="a{sv}"/><arg type="as"/></signal>
  </interface>
  <interface name="org.mpris.MediaPlayer2">
    <method name="Raise"/>
    <method name="Quit"/>
    ${properties({ CanQuit: 'b', CanRaise: 'b', HasTrackList: 'b', Identity: 's', DesktopEntry: 's', SupportedUriSchemes: 'as', SupportedMimeTypes: 'as' })}
  </interface>
  <interface name="org.mpris.MediaPlayer2.Player">
    ${['Next', 'Previous', 'Pause', 'PlayPause', 'Stop', 'Play'].map((name) => `<method name="${name}"/>`).join('\n    ')}
    <method name="Seek"><arg name="Offset" direction="in" type="x"/></method>
    <method name="SetPosition"><arg name="TrackId" direction="in" type="o"/><arg name="Position" direction="in" type="x"/></method>
    <signal name="Seeked"><arg name="Position" type="x"/></signal>
    <property name="Rate" type="d" access="readwrite"/>
    <property name="Volume" type="d" access="readwrite"/>
    ${properties({ PlaybackStatus: 's', Metadata: 'a{sv}', Position: 'x', MinimumRate: 'd', MaximumRate: 'd', CanGoNext: 'b', CanGoPrevious: 'b', CanPlay: 'b', CanPause: 'b', CanSeek: 'b', CanControl: 'b' })}
  </interface>
</node>
`;

function properties(types: Readonly<Record<string, string>>): string {
  return Object.entries(types)
    .map(([name, type]) => `<property name="${name}" type="${type}" access="read"/>`)
    .join('\n    ');
}
