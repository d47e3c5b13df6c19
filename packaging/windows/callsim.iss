; Makes the installer for Windows from the program's folder, with Inno Setup 6:
;
;     iscc /DVersion=0.1.0 packaging\windows\callsim.iss
;
; It installs for this user alone and asks for no administrator; /ALLUSERS on its command line does
; the other. Nothing is written outside its folder but the start menu and, if wished, the PATH.

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

[Files]
Source: "..\..\build\frozen\callsim\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Graph Call Simulator"; Filename: "{app}\callsim-window.exe"
Name: "{autodesktop}\Graph Call Simulator"; Filename: "{app}\callsim-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; \
  ValueData: "{olddata};{app}"; Tasks: path; Check: not IsOnPath; Flags: preservestringtype

[Run]
Filename: "{app}\callsim-window.exe"; Description: "{cm:LaunchProgram,Graph Call Simulator}"; \
  Flags: nowait postinstall skipifsilent

[Code]
function UserPath: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Result) then
    Result := '';
end;

function IsOnPath: Boolean;
begin
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(UserPath) + ';') > 0;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Path, App: string;
  At: Integer;
begin
  if CurUninstallStep <> usPostUninstall then
    exit;
  Path := ';' + UserPath + ';';
  App := ';' + ExpandConstant('{app}') + ';';
  At := Pos(Uppercase(App), Uppercase(Path));
  if At = 0 then
    exit;
  Delete(Path, At, Length(App) - 1);
  RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Copy(Path, 2, Length(Path) - 2));
end;
