@echo off
rem Runs a verb of the command line without a window: subsidia-cli show FILE
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "delims=" %%j in ('dir /b "%~dp0plugins\org.eclipse.equinox.launcher_*.jar"') do set "LAUNCHER=%~dp0plugins\%%j"
rem a Java that is not there, or of the time before 9, does not know this option
"%JAVA%" --version >nul 2>&1
if errorlevel 1 goto nojava
"%JAVA%" -jar "%LAUNCHER%" -nosplash -data @none -application org.subsidia.rcp.command %*
exit /b %ERRORLEVEL%

:nojava
echo Subsidia a besoin de Java 17 ou d'une version plus haute : JAVA_HOME ou le PATH doit le nommer. >&2
echo Subsidia needs Java 17 or newer: JAVA_HOME or the PATH must name it. >&2
exit /b 1
