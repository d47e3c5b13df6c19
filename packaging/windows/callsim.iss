; Makes the installer for Windows from the program's folder, with Inno Setup 6.3 or newer:
;
;     iscc /DVersion=0.1.0 packaging\windows\callsim.iss
;
; It installs for this user alone and asks for no administrator; /ALLUSERS on its command line does
; the other. Nothing is written outside its folder but the start menu and, if wished, the PATH: the
; user's, or with /ALLUSERS the machine's.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 packaging\windows\callsim.iss
#endif

[Setup]
; Never to be changed: an update finds the installed program by it.
AppId={{6C3B2E0D-6B1A-4A5F-9D2B-5E0C0F6C7A41}
AppName=Graph Call Simulator
AppVersion={#Version}
AppVerName=Graph Call Simulator {#Version}
AppPublisher=Graph Call Simulator contributors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Graph Call Simulator
DefaultGroupName=Graph Call Simulator
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\callsim.ico
UninstallDisplayIcon={app}\callsim-window.exe
OutputDir=..\..\dist
OutputBaseFilename=callsim-{#Version}-windows-x86_64-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesEnvironment=yes
CloseApplications=yes
#ifdef SignTool
SignTool={#SignTool}
#endif

[Tasks]
Name: "path"; Description: "Let terminals find the command callsim"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An update: libraries of the version before must not stay beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\frozen\callsim\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Graph Call Simulator"; Filename: "{app}\callsim-window.exe"
Name: "{autodesktop}\Graph Call Simulator"; Filename: "{app}\callsim-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "{code:PathKey}"; ValueType: expandsz; ValueName: "Path"; \
  ValueData: "{code:LongerPath}"; Tasks: path; Check: not IsOnPath; Flags: preservestringtype

[Run]
Filename: "{app}\callsim-window.exe"; Description: "{cm:LaunchProgram,Graph Call Simulator}"; \
  Flags: nowait postinstall skipifsilent

[Code]
// Below HKEY_AUTO: the user's key, or with /ALLUSERS the machine's.
function PathKey(Param: String): String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function PresentPath: String;
begin
  if not RegQueryStringValue(HKEY_AUTO, PathKey(''), 'Path', Result) then
    Result := '';
end;

function IsOnPath: Boolean;
begin
  Result :=
    Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(PresentPath) + ';') > 0;
end;

function LongerPath(Param: String): String;
begin
  Result := PresentPath;
  if (Result <> '') and (Result[Length(Result)] <> ';') then
    Result := Result + ';';
  Result := Result + ExpandConstant('{app}');
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Path, App: String;
  Place: Integer;
begin
  if CurUninstallStep <> usPostUninstall then
    exit;
  Path := ';' + PresentPath + ';';
  App := ';' + ExpandConstant('{app}') + ';';
  Place := Pos(Uppercase(App), Uppercase(Path));
  if Place = 0 then
    exit;
  Delete(Path, Place, Length(App) - 1);
  RegWriteExpandStringValue(HKEY_AUTO, PathKey(''), 'Path', Copy(Path, 2, Length(Path) - 2));
end;
