; What the Windows installer does beside copying files. Read in by electron-builder.
;
; podcast: and feed: addresses open with Earmark, unless another program has taken them already. Uninstalling gives back
; only what is Earmark's own.

!macro earmarkTakeScheme SCHEME
  ReadRegStr $0 HKCR "${SCHEME}\shell\open\command" ""
  ${If} $0 == ""
    WriteRegStr SHELL_CONTEXT "Software\Classes\${SCHEME}" "" "URL:${SCHEME}"
    WriteRegStr SHELL_CONTEXT "Software\Classes\${SCHEME}" "URL Protocol" ""
    WriteRegStr SHELL_CONTEXT "Software\Classes\${SCHEME}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
    WriteRegStr SHELL_CONTEXT "Software\Classes\${SCHEME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  ${EndIf}
!macroend

!macro earmarkGiveBackScheme SCHEME
  ReadRegStr $0 SHELL_CONTEXT "Software\Classes\${SCHEME}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
    DeleteRegKey SHELL_CONTEXT "Software\Classes\${SCHEME}"
  ${EndIf}
!macroend

!macro customInstall
  Push $0
  !insertmacro earmarkTakeScheme "podcast"
  !insertmacro earmarkTakeScheme "feed"
  Pop $0
!macroend

!macro customUnInstall
  Push $0
  !insertmacro earmarkGiveBackScheme "podcast"
  !insertmacro earmarkGiveBackScheme "feed"
  Pop $0
!macroend
