; The Windows installer, for one user and without admin rights; built on Linux by `make installer`.
; `addin.dev.windows` gives STAGE (the files), FILES (one File line each, sorted), VERSION and OUT.
; Places are those of addin/jobs/installed_places.py: %LOCALAPPDATA%\SoChiBo and Excel's XLSTART, nowhere else.

Unicode true
Target amd64-unicode
SetCompressor /SOLID ${COMPRESSION}
SetDateSave off
ManifestDPIAware true
RequestExecutionLevel user

!define IDENTIFIER "SoChiBo"
!define ADDIN "$APPDATA\Microsoft\Excel\XLSTART\SoChiBo.xlam"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\${IDENTIFIER}"
!define STEP '"$INSTDIR\python\pythonw.exe" -I -X utf8 "$INSTDIR\app\installer_step.py"'
!define EXCEL_IS_OPEN 4
!define PROGRAM_FAILED 5

Name "Sổ Chi bộ"
Caption "Cài đặt Sổ Chi bộ ${VERSION}"
UninstallCaption "Gỡ Sổ Chi bộ"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\${IDENTIFIER}"
BrandingText " "

!include "MUI2.nsh"
!include "x64.nsh"

!define MUI_ICON "${NSISDIR}/Contrib/Graphics/Icons/modern-install.ico"
!define MUI_UNICON "${NSISDIR}/Contrib/Graphics/Icons/modern-uninstall.ico"
!define MUI_WELCOMEPAGE_TITLE "Cài Sổ Chi bộ cho Excel"
!define MUI_WELCOMEPAGE_TEXT "Bộ cài đặt thẻ “Chi bộ” vào Excel của riêng đồng chí.$\r$\n$\r$\nKhông cần quyền quản trị, không cần mạng, không cần khởi động lại máy. Sổ của chi bộ không bị đụng tới.$\r$\n$\r$\nHãy lưu và đóng Excel trước, rồi bấm Tiếp tục."
!define MUI_FINISHPAGE_TITLE "Đã cài xong"
!define MUI_FINISHPAGE_TEXT "Mở Excel: thẻ “Chi bộ” ở cuối dải lệnh.$\r$\n$\r$\nMuốn gỡ: Cài đặt Windows > Ứng dụng > Sổ Chi bộ > Gỡ cài đặt."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Gỡ Sổ Chi bộ khỏi Excel của đồng chí. Sổ của chi bộ và văn bản đã lập vẫn còn nguyên."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "Sổ Chi bộ"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài Sổ Chi bộ"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Sổ Chi bộ"

; Excel holds the add-in's file while it runs.
!macro RefuseOpenExcel
  again:
  FindWindow $0 "XLMAIN"
  StrCmp $0 0 closed
  SetErrorLevel ${EXCEL_IS_OPEN}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Excel đang mở. Hãy lưu sổ, đóng Excel rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
  Abort "Excel đang mở nên chưa làm gì. Đóng Excel rồi chạy lại."
  closed:
  SetErrorLevel 0
!macroend

; The process that waits for the next click runs from our own Python; it ends by itself when its word is gone.
!macro RemoveFolder FOLDER
  Push $0
  StrCpy $0 40
  try_${FOLDER}:
  RMDir /r "$INSTDIR\${FOLDER}"
  IfFileExists "$INSTDIR\${FOLDER}\*.*" 0 gone_${FOLDER}
  IntOp $0 $0 - 1
  Sleep 250
  IntCmp $0 0 0 0 try_${FOLDER}
  SetErrorLevel ${EXCEL_IS_OPEN}
  MessageBox MB_OK|MB_ICONEXCLAMATION "Sổ Chi bộ đang làm việc. Đợi việc xong, đóng Excel rồi chạy lại." /SD IDOK
  Abort "Sổ Chi bộ đang làm việc nên chưa thay được chương trình."
  gone_${FOLDER}:
  Pop $0
!macroend

Section
  !insertmacro RefuseOpenExcel
  Delete "$INSTDIR\resident.json"
  !insertmacro RemoveFolder python
  !insertmacro RemoveFolder app
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${APPS}" "DisplayName" "Sổ Chi bộ"
  WriteRegStr HKCU "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS}" "Publisher" "Sổ Chi bộ"
  WriteRegStr HKCU "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${APPS}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${APPS}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS}" "NoRepair" 1
  WriteRegDWORD HKCU "${APPS}" "EstimatedSize" ${KILOBYTES}
  ClearErrors
  ExecWait '${STEP} install' $0
  IfErrors failed
  StrCmp $0 0 done
  failed:
  SetErrorLevel ${PROGRAM_FAILED}
  MessageBox MB_OK|MB_ICONEXCLAMATION "Đã chép đủ tệp nhưng máy này chưa cho chạy chương trình. Hãy nhờ cán bộ công nghệ thông tin cho phép thư mục SoChiBo trong %LOCALAPPDATA%, rồi chạy lại bộ cài." /SD IDOK
  Abort "Máy này chưa cho chạy chương trình trong $INSTDIR\python."
  done:
SectionEnd

Section "Uninstall"
  !insertmacro RefuseOpenExcel
  ExecWait '${STEP} uninstall'
  SetOutPath "$TEMP"
  Delete "${ADDIN}"
  Delete "$INSTDIR\resident.json"
  !insertmacro RemoveFolder python
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${APPS}"
SectionEnd

; Quiet installs on a 32-bit Windows must say so by their exit code.
Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Sổ Chi bộ cần Windows 64 bit." /SD IDOK
    SetErrorLevel ${PROGRAM_FAILED}
    Quit
  ${EndIf}
FunctionEnd
