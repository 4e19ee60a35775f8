@echo off
rem Starts the workbench with the Java of JAVA_HOME or of the PATH (17 or newer).
setlocal
set "JAVAW=javaw"
if defined JAVA_HOME set "JAVAW=%JAVA_HOME%\bin\javaw"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fj"
rem the language chosen in the preferences: the framework wants it before it can read them
set "SPOKEN="
if exist "%USERPROFILE%\.subsidia\language" set /p SPOKEN=<"%USERPROFILE%\.subsidia\language"
if defined SPOKEN set "SPOKEN=-nl %SPOKEN%"
start "" "%JAVAW%" "-Dsubsidia.launcher=%~f0" -jar "%LAUNCHER%" %SPOKEN% %*
