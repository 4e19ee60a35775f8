@echo off
rem Starts the workbench with the Java of JAVA_HOME or of the PATH (17 or newer). A portfolio may be given: subsidia FILE
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "delims=" %%j in ('dir /b "%~dp0plugins\org.eclipse.equinox.launcher_*.jar"') do set "LAUNCHER=%~dp0plugins\%%j"
rem a Java that is not there, or of the time before 9, does not know this option
"%JAVA%" --version >nul 2>&1
if errorlevel 1 goto nojava
rem the language chosen in the preferences: the framework wants it before it can read them
set "SPOKEN="
if exist "%USERPROFILE%\.subsidia\language" set /p SPOKEN=<"%USERPROFILE%\.subsidia\language"
if defined SPOKEN set "SPOKEN=-nl %SPOKEN%"
start "" "%JAVA%w" "-Dsubsidia.launcher=%~f0" -jar "%LAUNCHER%" %SPOKEN% %*
exit /b 0

:nojava
echo Subsidia a besoin de Java 17 ou d'une version plus haute : JAVA_HOME ou le PATH doit le nommer.
echo Subsidia needs Java 17 or newer: JAVA_HOME or the PATH must name it.
rem who started it from the Explorer must be able to read that
pause
exit /b 1
