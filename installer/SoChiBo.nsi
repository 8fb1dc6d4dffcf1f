; The Windows installer, for one user and without admin rights; built on Linux by `make installer`.
; `tools.windows` gives FILES (one File line each, sorted), LANGUAGES (a folder), VERSION and OUT.
; Places are those of addin/jobs/installed_places.py: %LOCALAPPDATA%\SoChiBo and Excel's XLSTART, nowhere else.
;
; All or nothing: everything is written into `new` first, then folders change places by renaming, and the copy used
; so far waits in `old` until the new one has run. Whatever fails before that ends with the old copy in its place.

Unicode true
Target amd64-unicode
SetCompressor /SOLID ${COMPRESSION}
SetDateSave off
AllowSkipFiles off
ManifestDPIAware true
RequestExecutionLevel user

!define IDENTIFIER "SoChiBo"
!define ADDIN "$APPDATA\Microsoft\Excel\XLSTART\SoChiBo.xlam"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\${IDENTIFIER}"
!define CLASSES "Software\Classes"
!define CLASS_NAME "SoChiBo.Click"
!define CLASS_ID "{141F268F-1527-40D0-B2F1-E6AF77788D7B}"
!define STEP '"$INSTDIR\python\pythonw.exe" -I -X utf8 "$INSTDIR\app\installer_step.py"'
!define NOTHING_CHANGED 4
!define PROGRAM_FAILED 5
!define TRIES 40
!define PAUSE 250

Name "Sổ Chi bộ"
Caption "Cài đặt Sổ Chi bộ ${VERSION}"
UninstallCaption "Gỡ Sổ Chi bộ"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\${IDENTIFIER}"
BrandingText " "
ShowInstDetails nevershow
ShowUninstDetails nevershow
FileErrorText "" "Không ghi được tệp này, có thể vì ổ đĩa đầy hoặc thiếu quyền ghi:$\r$\n$0$\r$\n$\r$\nBấm Thử lại (Retry), hoặc Huỷ (Cancel) để dừng: máy giữ nguyên như trước."

!include "MUI2.nsh"
!include "x64.nsh"

!define MUI_ICON "${NSISDIR}/Contrib/Graphics/Icons/nsis3-install.ico"
!define MUI_UNICON "${NSISDIR}/Contrib/Graphics/Icons/nsis3-uninstall.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${NSISDIR}/Contrib/Graphics/Wizard/nsis3-metro.bmp"
!define MUI_WELCOMEPAGE_TITLE "Cài Sổ Chi bộ cho Excel"
!define MUI_WELCOMEPAGE_TEXT "Bộ cài đặt thẻ “Chi bộ” vào Excel của riêng đồng chí.$\r$\n$\r$\nKhông cần quyền quản trị, không cần mạng, không cần khởi động lại máy. Sổ của chi bộ không bị đụng tới.$\r$\n$\r$\nHãy lưu sổ, đóng Excel trước, rồi bấm Cài đặt."
!define MUI_FINISHPAGE_TITLE "Đã cài xong"
!define MUI_FINISHPAGE_TEXT "Mở Excel: thẻ “Chi bộ” ở cuối dải lệnh.$\r$\n$\r$\nMuốn gỡ: Cài đặt Windows > Ứng dụng > Sổ Chi bộ > Gỡ cài đặt."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Gỡ Sổ Chi bộ khỏi Excel của đồng chí. Sổ của chi bộ và văn bản đã lập vẫn còn nguyên."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Thư mục:"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "Sổ Chi bộ"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài Sổ Chi bộ"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Sổ Chi bộ"

Var IsFirst

!macro Refuse TEXT
  SetDetailsPrint both
  SetErrorLevel ${NOTHING_CHANGED}
  Abort "${TEXT}"
!macroend

; Excel holds the add-in's file while it runs.
!macro RefuseOpenExcel
  look:
  FindWindow $0 "XLMAIN"
  StrCmp $0 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Excel đang mở. Hãy lưu sổ, đóng Excel rồi bấm Thử lại (Retry)." /SD IDCANCEL IDRETRY look
  !insertmacro Refuse "Excel đang mở nên chưa làm gì. Đóng Excel rồi chạy lại."
  closed:
!macroend

; Windows lets nobody write a program that runs.
!macro TryToWrite PROGRAM
  IfFileExists "$INSTDIR\python\${PROGRAM}" 0 +3
  FileOpen $1 "$INSTDIR\python\${PROGRAM}" a
  FileClose $1
!macroend

; The process that waits for the next click runs from our own Python; it ends by itself when its word is gone.
!macro RefuseWork
  begin:
  StrCpy $0 ${TRIES}
  try:
  Delete "$INSTDIR\resident.json"
  ClearErrors
  !insertmacro TryToWrite python.exe
  !insertmacro TryToWrite pythonw.exe
  IfErrors 0 idle
  Sleep ${PAUSE}
  IntOp $0 $0 - 1
  IntCmp $0 0 0 0 try
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Sổ Chi bộ đang làm việc. Hãy đợi việc xong rồi bấm Thử lại (Retry)." /SD IDCANCEL IDRETRY begin
  !insertmacro Refuse "Sổ Chi bộ đang làm việc nên chưa làm gì. Đợi việc xong rồi chạy lại."
  idle:
!macroend

!macro PutBack FOLDER
  IfFileExists "$INSTDIR\old\${FOLDER}\*.*" 0 +3
  RMDir /r "$INSTDIR\${FOLDER}"
  Rename "$INSTDIR\old\${FOLDER}" "$INSTDIR\${FOLDER}"
!macroend

; What a run that failed, or was cut off, left behind.
Function CleanUp
  SetOutPath "$TEMP"
  !insertmacro PutBack python
  !insertmacro PutBack app
  RMDir "$INSTDIR\old"
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\gone"
FunctionEnd

; $1 becomes $2, with patience: a virus scanner may be reading what has just been written.
Function Move
  StrCpy $3 ${TRIES}
  try:
  ClearErrors
  Rename $1 $2
  IfErrors 0 moved
  Sleep ${PAUSE}
  IntOp $3 $3 - 1
  IntCmp $3 0 0 0 try
  Call CleanUp
  MessageBox MB_OK|MB_ICONEXCLAMATION "Có chương trình khác đang giữ tệp của Sổ Chi bộ nên chưa cài. Hãy đợi ít phút rồi chạy lại." /SD IDOK
  !insertmacro Refuse "Tệp của Sổ Chi bộ đang bị giữ nên chưa cài."
  moved:
FunctionEnd

!macro Exchange FOLDER
  StrCpy $1 "$INSTDIR\${FOLDER}"
  StrCpy $2 "$INSTDIR\old\${FOLDER}"
  IfFileExists "$1\*.*" 0 +2
  Call Move
  StrCpy $2 $1
  StrCpy $1 "$INSTDIR\new\${FOLDER}"
  Call Move
!macroend

Section
  !insertmacro RefuseOpenExcel
  !insertmacro RefuseWork
  Call CleanUp
  StrCpy $IsFirst yes
  IfFileExists "$INSTDIR\python\*.*" 0 +2
  StrCpy $IsFirst no
  DetailPrint "Đang chép chương trình…"
  SetDetailsPrint none
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  ClearErrors
  WriteUninstaller "$INSTDIR\new\uninstall.exe"
  IfErrors 0 written
  !insertmacro Refuse "Không ghi được vào $INSTDIR nên chưa cài."
  written:

  CreateDirectory "$INSTDIR\old"
  !insertmacro Exchange python
  !insertmacro Exchange app
  SetDetailsPrint both
  DetailPrint "Đang đặt thẻ “Chi bộ” vào Excel…"
  ClearErrors
  ExecWait '${STEP} install' $0
  IfErrors failed
  StrCmp $0 0 works
  StrCmp $0 ${NOTHING_CHANGED} 0 failed
  Call CleanUp
  MessageBox MB_OK|MB_ICONEXCLAMATION "Excel vừa mở nên chưa cài. Hãy lưu sổ, đóng Excel rồi chạy lại bộ cài." /SD IDOK
  !insertmacro Refuse "Excel vừa mở nên chưa cài. Đóng Excel rồi chạy lại."
  failed:
  Call CleanUp
  SetErrorLevel ${PROGRAM_FAILED}
  MessageBox MB_OK|MB_ICONEXCLAMATION "Máy này chưa cho chạy chương trình của Sổ Chi bộ nên chưa cài. Hãy nhờ cán bộ công nghệ thông tin cho phép $INSTDIR\python, rồi chạy lại bộ cài." /SD IDOK
  Abort "Máy này chưa cho chạy chương trình trong $INSTDIR\python nên chưa cài."
  works:

  SetDetailsPrint none
  StrCpy $1 "$INSTDIR\old"
  StrCpy $2 "$INSTDIR\gone"
  Call Move
  Delete "$INSTDIR\sochibo.cmd"
  Rename "$INSTDIR\new\sochibo.cmd" "$INSTDIR\sochibo.cmd"
  Delete "$INSTDIR\uninstall.exe"
  Rename "$INSTDIR\new\uninstall.exe" "$INSTDIR\uninstall.exe"
  Call CleanUp
  WriteRegStr HKCU "${APPS}" "DisplayName" "Sổ Chi bộ"
  WriteRegStr HKCU "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS}" "Publisher" "Sổ Chi bộ"
  WriteRegStr HKCU "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${APPS}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${APPS}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS}" "NoRepair" 1
  WriteRegDWORD HKCU "${APPS}" "EstimatedSize" ${KILOBYTES}
  SetDetailsPrint both
SectionEnd

; An error no line above foresaw is a file that could not be written.
Function .onInstFailed
  GetErrorLevel $0
  StrCmp $0 -1 0 +2
  SetErrorLevel ${NOTHING_CHANGED}
  Call CleanUp
  StrCmp $IsFirst yes 0 +4
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir "$INSTDIR"
FunctionEnd

Section "Uninstall"
  !insertmacro RefuseOpenExcel
  !insertmacro RefuseWork
  DetailPrint "Đang gỡ…"
  SetDetailsPrint none
  SetOutPath "$TEMP"
  ExecWait '${STEP} uninstall'
  Delete "${ADDIN}"
  IfFileExists "${ADDIN}" 0 released
  !insertmacro Refuse "Excel vừa mở nên chưa gỡ. Đóng Excel rồi chạy lại."
  released:
  StrCpy $0 ${TRIES}
  remove:
  RMDir /r "$INSTDIR\python"
  IfFileExists "$INSTDIR\python\*.*" 0 removed
  Sleep ${PAUSE}
  IntOp $0 $0 - 1
  IntCmp $0 0 0 0 remove
  !insertmacro Refuse "Chưa xoá hết $INSTDIR. Hãy khởi động lại máy rồi gỡ lại."
  removed:
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${APPS}"
  DeleteRegKey HKCU "${CLASSES}\${CLASS_NAME}"
  DeleteRegKey HKCU "${CLASSES}\CLSID\${CLASS_ID}"
  DeleteRegKey HKCU "${CLASSES}\WOW6432Node\CLSID\${CLASS_ID}"
  SetDetailsPrint both
SectionEnd

; One place for all (`/D=` and `_?=` could name another); quiet installs on a 32-bit Windows must say so by their exit code.
Function .onInit
  StrCpy $INSTDIR "$LOCALAPPDATA\${IDENTIFIER}"
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Sổ Chi bộ cần Windows 64 bit." /SD IDOK
    SetErrorLevel ${PROGRAM_FAILED}
    Quit
  ${EndIf}
FunctionEnd

Function un.onInit
  StrCpy $INSTDIR "$LOCALAPPDATA\${IDENTIFIER}"
FunctionEnd
