@echo off
rem Starts the workbench with the Java of JAVA_HOME or of the PATH (17 or newer).
setlocal
set "JAVAW=javaw"
if defined JAVA_HOME set "JAVAW=%JAVA_HOME%\bin\javaw"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fj"
start "" "%JAVAW%" -jar "%LAUNCHER%" %*
